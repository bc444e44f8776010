// Boxes for phrases: one that the anomaly map supports, one that speaks against a phrase and stands alone.
import type { Evidence, GroundedEvidence } from "../../domain/evidence.ts";

const box: GroundedEvidence = {
  id: "G1",
  kind: "grounded",
  phrase: "type 2 burr",
  words: "type 2 burr",
  isNegated: false,
  defectType: "burr-2",
  box: { x: 101, y: 212, width: 33, height: 27 },
  likeness: 1.43,
  threshold: 0.52,
  pValue: 1 / 46,
  alpha: 0.05,
  references: 45,
  isSupported: true,
  grounder: "cases",
};

export const BOXES: readonly Evidence[] = [
  {
    id: "G0",
    kind: "phrases",
    grounder: "cases",
    asked: [
      {
        phrase: "type 2 burr",
        words: "type 2 burr",
        isNegated: false,
        types: ["burr-2"],
        others: [],
        boxes: 1,
      },
      { phrase: "오염 없음", words: "오염", isNegated: true, types: ["stain"], others: [], boxes: 1 },
      {
        phrase: "no rust",
        words: "rust",
        isNegated: true,
        types: [],
        others: ["rust"],
        unknown: "no_such_type",
        boxes: 0,
      },
    ],
    alpha: 0.05,
    references: 45,
  },
  box,
  {
    ...box,
    id: "G2",
    phrase: "오염 없음",
    words: "오염",
    isNegated: true,
    defectType: "stain",
    box: { x: 400, y: 500, width: 41, height: 38 },
    pValue: 2 / 46,
    isSupported: false,
  },
];

const { defectType: _, ...named } = box;
/** Of a model, on a passed part. */
export const LONE_BOX: Evidence = {
  ...named,
  phrase: "chip",
  words: "chip",
  isSupported: false,
  grounder: "yolox-nano",
};
