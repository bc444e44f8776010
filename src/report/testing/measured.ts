// What the readers measured on the tests' parts.
import type { Evidence } from "../../domain/evidence.ts";
import type { Region } from "../../domain/region.ts";
import type { EvidenceOf } from "../plan-evidence.ts";
import { blob } from "./casting.ts";

export const ANOMALY: EvidenceOf<"anomaly"> = {
  id: "A1",
  kind: "anomaly",
  distance: 12.43,
  threshold: 8.214,
  highestGood: 8.9,
  pValue: 1 / 46,
  alpha: 0.05,
  references: 45,
  falseAlarmBound: 0.1013,
  bank: "bank-7f3",
  map: blob("a"),
};

export const REGIONS: readonly Region[] = [
  {
    x: 431.6,
    y: 96.2,
    width: 48,
    height: 36.4,
    distance: 12.43,
    pValue: 1 / 46,
    areaPx: 1204,
    supportedBy: ["A1"],
  },
  {
    x: 96,
    y: 540,
    width: 120,
    height: 60,
    distance: 9.87,
    pValue: 1 / 46,
    areaPx: 5120,
    label: "burr-2",
    supportedBy: ["A1"],
  },
];

export const COMPARED: EvidenceOf<"reference"> = {
  id: "R1",
  kind: "reference",
  image: blob("c"),
  fileName: "good 07.jpg",
  choice: "nearest",
  alignment: { dxPx: -10.94, dyPx: 0, rotationDegrees: 3.479, scale: 0.9907, score: 0.8944, covered: 0.954 },
  meanSsim: 0.81686,
  distance: 0.8462,
  threshold: 0.7301,
  pValue: 1 / 31,
  alpha: 0.05,
  references: 30,
  ssim: {
    windowPx: 11,
    sigmaPx: 1.5,
    k1: 0.01,
    k2: 0.03,
    range: 255,
    smoothingPx: 4,
    widthPx: 512,
    heightPx: 512,
  },
  map: blob("e"),
};
export const DIFFERENT: Region = {
  x: 44,
  y: 310,
  width: 22,
  height: 30,
  distance: 0.8462,
  pValue: 1 / 31,
  areaPx: 402,
  supportedBy: ["R1"],
};

export const PASSED: Evidence = { ...ANOMALY, distance: 5.2, pValue: 26 / 46 };
export const FEW: Evidence = {
  id: "A1",
  kind: "anomaly",
  distance: 12.43,
  highestGood: 8.9,
  pValue: 1 / 13,
  alpha: 0.05,
  references: 12,
  bank: "bank-12",
  map: blob("a"),
};
