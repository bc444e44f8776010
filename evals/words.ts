// What the harness itself says, in both languages; suites carry their own labels.
import type { Bilingual, Language } from "../src/domain/language.ts";

const ENGLISH = {
  figure: "figure",
  value: "value",
  interval: "95 % interval",
  of: "of",
  about: "about",
  mean: "mean",
  all: "all",
  types: "type",
  none: "none",
  title: "Evaluation",
  figures: "Figures",
  byScope: "By product and type",
  broken: "Files left out",
  file: "file",
  reason: "reason",
  recordOf: "What was measured, and by what",
  dataset: "data set",
  files: (count: number) => `${count} files`,
  measured: (count: number) => `measured ${count}`,
  leftOut: (count: number) => `left out ${count}`,
  seed: "seed",
  version: "Gumsa",
  commit: "commit",
  machine: "machine",
  cores: (count: number) => `${count} cores`,
  workers: (count: number) => `${count} at once`,
  settings: "settings",
  started: "started",
  ended: "ended",
  before: "before",
  after: "after",
  difference: "difference",
  change: "change",
  changes: { better: "better", worse: "worse", noise: "within noise", changed: "changed" },
  common: (count: number) => `${count} items in common`,
  apart: (before: number, after: number) => `${before} only before, ${after} only after`,
  otherData: "The two data sets are not the same files; items are paired by their names.",
  method:
    "Intervals: 95 %, percentiles over items drawn again within good and bad, whole groups together; rates of independent items, and what no draw moves: Wilson.",
};

const KOREAN: typeof ENGLISH = {
  figure: "지표",
  value: "값",
  interval: "95 % 구간",
  of: "대상 수",
  about: "대상",
  mean: "평균",
  all: "전체",
  types: "유형",
  none: "없음",
  title: "평가",
  figures: "지표",
  byScope: "제품별, 유형별",
  broken: "제외한 파일",
  file: "파일",
  reason: "이유",
  recordOf: "무엇으로 무엇을 측정했는가",
  dataset: "데이터 집합",
  files: (count) => `파일 ${count}개`,
  measured: (count) => `측정 ${count}`,
  leftOut: (count) => `제외 ${count}`,
  seed: "시드",
  version: "Gumsa",
  commit: "커밋",
  machine: "기계",
  cores: (count) => `코어 ${count}개`,
  workers: (count) => `동시 ${count}개`,
  settings: "설정",
  started: "시작",
  ended: "끝",
  before: "이전",
  after: "이후",
  difference: "차이",
  change: "변화",
  changes: { better: "나아짐", worse: "나빠짐", noise: "잡음 범위", changed: "달라짐" },
  common: (count) => `공통 항목 ${count}개`,
  apart: (before, after) => `이전에만 ${before}개, 이후에만 ${after}개`,
  otherData: "두 데이터 집합의 파일이 서로 다릅니다. 항목은 이름으로 짝지었습니다.",
  method:
    "구간: 95 %, 양품과 불량 안에서 묶음째 다시 추출한 백분위수; 서로 독립인 항목의 비율과 추출로 달라지지 않는 값은 Wilson 구간.",
};

export const evalWords = (language: Language): typeof ENGLISH => (language === "ko" ? KOREAN : ENGLISH);

export const said = (text: string | Bilingual, language: Language): string =>
  typeof text === "string" ? text : text[language];

/** `products / carpet / types / hole` as a person reads it. */
export const scopeName = (scope: readonly string[], language: Language): string => {
  const words = evalWords(language);
  if (scope.length === 0) return words.all;
  if (scope[0] === "mean") return words.mean;
  return scope.filter((part, i) => i % 2 === 1 || !["products", "types"].includes(part)).join(" · ");
};
