// Which pictures the demo product has, in the layout of MVTec AD, with a folder of known cases beside it.

import { DEFECTS, type DefectCode } from "./defects.ts";

export interface PlannedPicture {
  /** Path of the picture inside the product's folder. */
  readonly path: string;
  readonly maskPath?: string;
  readonly defect?: { readonly code: DefectCode; readonly severity: number };
}

const COUNTS = { trainGood: 30, testGood: 20, testDefect: 10, caseDefect: 6 } as const;
/** Of the first and the last picture of a folder. A known case should be one that a person could point at. */
const SEVERITIES = { test: [1, 0.15], cases: [0.95, 0.3] } as const;

/** All pictures of the product; within a folder the defects run from the plainest to the faintest. */
export function plannedPictures(): PlannedPicture[] {
  const codes = Object.keys(DEFECTS) as DefectCode[]; // DEFECTS is a constant: it has these keys and no others.
  return [
    ...numbers(COUNTS.trainGood).map((number) => ({ path: `train/good/${number}.jpg` })),
    ...numbers(COUNTS.testGood).map((number) => ({ path: `test/good/${number}.jpg` })),
    ...codes.flatMap((code) =>
      defectPictures(code, { folder: "test", masks: "ground_truth", count: COUNTS.testDefect }),
    ),
    ...codes.flatMap((code) =>
      defectPictures(code, { folder: "cases", masks: "cases_ground_truth", count: COUNTS.caseDefect }),
    ),
  ];
}

function defectPictures(
  code: DefectCode,
  { folder, masks, count }: { folder: keyof typeof SEVERITIES; masks: string; count: number },
): PlannedPicture[] {
  const [plainest, faintest] = SEVERITIES[folder];
  return numbers(count).map((number, i) => ({
    path: `${folder}/${code}/${number}.jpg`,
    maskPath: `${masks}/${code}/${number}_mask.png`,
    defect: { code, severity: plainest + ((faintest - plainest) * i) / (count - 1) },
  }));
}

function numbers(count: number): string[] {
  return Array.from({ length: count }, (_, i) => String(i + 1).padStart(2, "0"));
}
