// The options of suites that judge on good and bad pictures.
import { z } from "zod";
import { Alpha } from "../../src/domain/product.ts";
import type { Flag } from "../suite.ts";

export const LABELLED_FLAGS: readonly Flag[] = [
  {
    flags: "--data <folder>",
    describes: {
      ko: "데이터 집합: MVTec AD 구조, VisA의 CSV, 또는 그런 제품들의 폴더",
      en: "the data set: MVTec AD's layout, VisA's CSV, or a folder of such products",
    },
  },
  {
    flags: "--good <folder>",
    describes: {
      ko: "양품 사진 폴더 (--data가 있으면 그 안 또는 각 제품 폴더 안)",
      en: "folder of good pictures (with --data: within it, or within each product's folder)",
    },
  },
  {
    flags: "--bad <folder>",
    describes: {
      ko: "불량 사진 폴더, 하위 폴더가 있으면 유형 이름",
      en: "folder of bad pictures; folders in it name the types",
    },
  },
  {
    flags: "--masks <folder>",
    describes: {
      ko: "불량 마스크 폴더 (기본값: 불량 폴더 안의 ground_truth)",
      en: "folder of masks (default: ground_truth within the bad one)",
    },
  },
  {
    flags: "--black-is-defect",
    describes: { ko: "마스크에서 검은색이 불량", en: "black marks the defect in the masks, not white" },
  },
  {
    flags: "--split <share>",
    describes: {
      ko: "--good 가운데 학습에 쓸 비율, 나머지로 오경보를 측정 (기본값: 0.5)",
      en: "share of --good to learn from; false alarms are measured on the rest (default: 0.5)",
    },
  },
  {
    flags: "--group-by <regex>",
    describes: {
      ko: "파일 이름에서 시트, 부품 등 묶음을 찾는 정규식; 묶음째 나누고 추출",
      en: "regular expression that finds the sheet or part in a file's name; split and drawn together",
    },
  },
  {
    flags: "--product <id>",
    describes: {
      ko: "새로 학습하지 않고 등록된 제품을 평가 (데이터 집합의 제품은 하나)",
      en: "judge this registered product in place of learning one (a data set of one product)",
    },
  },
  {
    flags: "--alpha <rate>",
    describes: {
      ko: "학습할 제품의 오경보율 (기본값: 0.05)",
      en: "rate of false alarms of the product to learn (default: 0.05)",
    },
  },
];

const expression = z.string().transform((text, context) => {
  try {
    return new RegExp(text);
  } catch {
    context.addIssue({ code: "custom", message: `${text} is not a regular expression` });
    return z.NEVER;
  }
});

export const LabelledOptions = z.strictObject({
  data: z.string().optional(),
  good: z.string().optional(),
  bad: z.string().optional(),
  masks: z.string().optional(),
  blackIsDefect: z.boolean().default(false),
  split: z.coerce.number().gt(0).lt(1).default(0.5),
  groupBy: expression.optional(),
  product: z.string().optional(),
  alpha: z.coerce.number().pipe(Alpha).optional(),
});
export type LabelledOptions = z.output<typeof LabelledOptions>;
