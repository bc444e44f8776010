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
  degradations: {
    defocus_blur: {
      name: "defocus blur",
      cause: "when the part lies outside the depth of focus or the focus has drifted",
      advice: "refocus on the surface of the part",
      prevention: "fix the working distance and lock the focus once it is set",
    },
    motion_blur: {
      name: "motion blur",
      cause: "when the part or the camera moves during the exposure",
      advice: "stop the part or shorten the exposure time",
      prevention: "synchronise the shutter with the stop of the part and damp vibrations",
    },
    noise: {
      name: "noise",
      cause: "when the sensor gain is high because light is short",
      advice: "add light and lower the gain",
      prevention: "fix the gain and check the brightness of the lamps regularly",
    },
    low_resolution: {
      name: "low resolution",
      cause: "when the part fills too little of the picture or the file was enlarged afterwards",
      advice: "move the camera closer and save the picture at its original size",
      prevention: "fix the distance and the stored size, and do not scale pictures on their way",
    },
    jpeg_blocking: {
      name: "JPEG blocking",
      cause: "when the file was compressed too strongly",
      advice: "save the picture as PNG or at a higher JPEG quality",
      prevention: "set a lossless or high-quality format in the camera and on the way to the store",
    },
    under_exposure: {
      name: "under-exposure",
      cause: "when too little light reaches the sensor",
      advice: "add light or lengthen the exposure time",
      prevention: "fix the exposure and replace lamps before they dim",
    },
    over_exposure: {
      name: "over-exposure",
      cause: "when too much light or a direct reflection reaches the sensor",
      advice: "reduce the light or shorten the exposure time, and avoid direct reflections",
      prevention: "fix the exposure and the angle of the lamps",
    },
    low_contrast: {
      name: "low contrast",
      cause: "when the light is too even or stray light or dirt lies on the lens",
      advice: "light the part from the side and clean the lens",
      prevention: "shield the station from stray light and clean the lens on schedule",
    },
  },
};
