import type { Flag } from "../../suite.ts";

export const REPORT_FLAGS: readonly Flag[] = [
  {
    flags: "--data <folder>",
    describes: {
      ko: "유형별 폴더의 사진(또는 MVTec AD 구조), 또는 기록된 검사(inspection.json)",
      en: "pictures in folders by type (or MVTec AD's layout), or recorded inspections (inspection.json)",
    },
  },
  {
    flags: "--product <id>",
    describes: {
      ko: "사진을 검사할 등록된 제품 (기본값: 함께 제공되는 제품)",
      en: "registered product that the pictures show (default: the one that ships with Gumsa)",
    },
  },
  {
    flags: "--writer <name>",
    describes: {
      ko: "보고서 작성자: rule 또는 언어 모델 (기본값: rule)",
      en: "who writes: rule, or a language model (default: rule)",
    },
  },
  {
    flags: "--types <file>",
    describes: {
      ko: "기록된 검사의 결함 유형 (gumsa product add --types와 같은 파일)",
      en: "with recorded inspections: their defect types (the file of gumsa product add --types)",
    },
  },
  {
    flags: "--manuals <folder>",
    describes: {
      ko: "기록된 검사가 인용하는 PDF 폴더; 없으면 인용을 확인하지 않음",
      en: "with recorded inspections: the PDFs that they cite; without them quotations are not judged",
    },
  },
];
