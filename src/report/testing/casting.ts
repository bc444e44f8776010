// The product that the report's tests speak of, and the state of its pictures. Its names hold digits on purpose.
import type { Degradation } from "../../domain/capture-grade.ts";
import type { Evidence } from "../../domain/evidence.ts";
import type { BlobId } from "../../domain/image-ref.ts";
import type { Product } from "../../domain/product.ts";

export const blob = (digit: string): BlobId => `sha256:${digit.repeat(64)}`;

export const CASTING: Product = {
  id: "casting",
  names: { ko: "주조품 2형", en: "casting mk 2" },
  views: ["front"],
  types: [
    { code: "hole", names: { ko: "기공", en: "porosity" }, synonyms: { ko: [], en: ["blowhole"] } },
    { code: "burr-2", names: { ko: "날개 버 2종", en: "type 2 burr" }, synonyms: { ko: [], en: [] } },
    { code: "stain", names: { ko: "오염", en: "stain" }, synonyms: { ko: [], en: [] } },
  ],
  alpha: 0.05,
  createdAt: "2025-01-02T03:04:05Z",
};

export const MOTION: Degradation = {
  kind: "motion_blur",
  severity: 0.48,
  statistic: { name: "directionalLossDb", value: 24.31, unit: "dB" },
  angleDegrees: 30,
  lengthPx: 9.2,
  region: { x: 520, y: 40, width: 96, height: 192 },
};
export const BLUR: Degradation = {
  kind: "defocus_blur",
  severity: 0.623,
  statistic: { name: "edge width", value: 6.482, unit: "px" },
  usual: { median: 2.1, low: 1.83, high: 2.62 },
};
export const CLIPPED: Degradation = {
  kind: "over_exposure",
  severity: 0.31,
  statistic: { name: "clipped pixels", value: 12.34, unit: "%" },
};

export const captureOf = (
  grade: "usable" | "limited" | "unusable",
  degradations: readonly Degradation[] = [],
): readonly Evidence[] => [
  { id: "D0", kind: "capture", grade, references: 30 },
  ...degradations.map(
    (degradation, index): Evidence => ({ id: `D${index + 1}`, kind: "degradation", degradation }),
  ),
];
