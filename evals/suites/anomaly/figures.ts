import type { FigureKind } from "../../suite.ts";

export const ANOMALY_FIGURES: Readonly<Record<string, FigureKind>> = {
  imageAuroc: {
    label: { ko: "사진 AUROC", en: "image AUROC" },
    unit: "area",
    better: "higher",
    isHeadline: true,
  },
  imageAp: { label: { ko: "사진 AP", en: "image AP" }, unit: "area", better: "higher" },
  pixelAuroc: {
    label: { ko: "픽셀 AUROC", en: "pixel AUROC" },
    unit: "area",
    better: "higher",
    isHeadline: true,
  },
  aupro: {
    label: { ko: "AUPRO (0.3까지)", en: "AUPRO (to 0.3)" },
    unit: "area",
    better: "higher",
    isHeadline: true,
  },
  f1Max: { label: { ko: "최대 F1", en: "F1-max" }, unit: "share", better: "higher" },
  f1AtThreshold: {
    label: { ko: "임계값에서 F1", en: "F1 at the threshold" },
    unit: "share",
    better: "higher",
  },
  detected: {
    label: { ko: "불량 검출률", en: "defects failed" },
    unit: "rate",
    better: "higher",
    isHeadline: true,
  },
  "falseAlarms.promised": { label: { ko: "약속한 오경보율", en: "false alarms promised" }, unit: "rate" },
  "falseAlarms.observed": {
    label: { ko: "실제 오경보율", en: "false alarms observed" },
    unit: "rate",
    better: "lower",
    isHeadline: true,
  },
  pictureMs: {
    label: { ko: "사진당 시간 (중앙값)", en: "time a picture (median)" },
    unit: "ms",
    better: "lower",
  },
};
