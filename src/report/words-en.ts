import { EN_DEGRADATIONS } from "./degradations-en.ts";
import type { Words } from "./words.ts";

export const EN_WORDS: Words = {
  verdicts: { pass: "pass", fail: "fail", review: "review", retake: "retake" },
  sections: { status: "Status", causes: "Causes", actions: "Actions", prevention: "Prevention" },
  grades: { usable: "usable", limited: "limited", unusable: "unusable" },
  places: {
    "upper-left": "in the upper left",
    "upper-center": "in the upper center",
    "upper-right": "in the upper right",
    "middle-left": "in the middle left",
    "middle-center": "in the center",
    "middle-right": "in the middle right",
    "lower-left": "in the lower left",
    "lower-center": "in the lower center",
    "lower-right": "in the lower right",
  },
  readers: {
    gradeCapture: "capture grading",
    detectAnomaly: "anomaly detection",
    findSimilar: "similar case search",
    classifyViews: "view classification",
    describeImage: "a language model's opinion",
    compareReference: "reference comparison",
    groundDefects: "defect grounding",
  },
  degradations: EN_DEGRADATIONS,
};
