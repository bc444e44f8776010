// What most often causes each degradation at the camera, and what to do about it.
import type { DegradationKind } from "../../domain/capture-grade.ts";
import type { Bilingual } from "../../domain/language.ts";

export interface CaptureAdvice {
  readonly name: Bilingual;
  readonly cause: Bilingual;
  readonly advice: Bilingual;
}

export const CAPTURE_ADVICE: Readonly<Record<DegradationKind, CaptureAdvice>> = {
  defocus_blur: {
    name: { ko: "초점 흐림", en: "defocus blur" },
    cause: {
      ko: "렌즈의 초점이 맞지 않거나 부품과의 거리가 달라졌습니다.",
      en: "The lens is out of focus, or the distance to the part has changed.",
    },
    advice: { ko: "초점을 다시 맞추십시오.", en: "Refocus the camera." },
  },
  motion_blur: {
    name: { ko: "움직임 흐림", en: "motion blur" },
    cause: {
      ko: "노출 중에 부품이나 카메라가 움직였습니다.",
      en: "The part or the camera moved during the exposure.",
    },
    advice: {
      ko: "노출 시간을 줄이거나 부품을 멈춘 뒤 촬영하십시오.",
      en: "Shorten the exposure, or stop the part before the picture is taken.",
    },
  },
  noise: {
    name: { ko: "노이즈", en: "noise" },
    cause: {
      ko: "빛이 부족하여 감도(게인)가 높게 설정되었습니다.",
      en: "There is too little light, and the gain (ISO) is high.",
    },
    advice: { ko: "조명을 늘리고 게인을 낮추십시오.", en: "Add light and lower the gain." },
  },
  low_resolution: {
    name: { ko: "해상도 부족", en: "low resolution" },
    cause: {
      ko: "작은 사진을 확대하여 저장했거나 디지털 줌을 사용했습니다.",
      en: "A smaller picture was scaled up, or digital zoom was used.",
    },
    advice: {
      ko: "원본 해상도로 저장하고, 크게 보려면 카메라를 가까이 두십시오.",
      en: "Save at the sensor's own resolution; to see more, move the camera closer.",
    },
  },
  jpeg_blocking: {
    name: { ko: "JPEG 블록", en: "JPEG blocking" },
    cause: {
      ko: "JPEG 압축률이 너무 높습니다.",
      en: "The JPEG compression is too strong.",
    },
    advice: {
      ko: "JPEG 품질을 90 이상으로 높이거나 PNG로 저장하십시오.",
      en: "Raise the JPEG quality to 90 or more, or save as PNG.",
    },
  },
  under_exposure: {
    name: { ko: "노출 부족", en: "under-exposure" },
    cause: {
      ko: "조명이 약하거나 노출 시간이 너무 짧습니다.",
      en: "The lighting is weak, or the exposure too short.",
    },
    advice: {
      ko: "조명을 밝게 하거나 노출 시간을 늘리십시오.",
      en: "Add light, or lengthen the exposure.",
    },
  },
  over_exposure: {
    name: { ko: "노출 과다", en: "over-exposure" },
    cause: {
      ko: "조명이 너무 강하거나 노출 시간이 너무 깁니다.",
      en: "The lighting is too strong, or the exposure too long.",
    },
    advice: {
      ko: "조명을 줄이거나 노출 시간을 줄이십시오.",
      en: "Reduce the light, or shorten the exposure.",
    },
  },
  low_contrast: {
    name: { ko: "대비 부족", en: "low contrast" },
    cause: {
      ko: "렌즈가 더럽거나 김이 서렸거나, 다른 빛이 렌즈로 들어옵니다.",
      en: "The lens is dirty or misted, or stray light falls into it.",
    },
    advice: {
      ko: "렌즈를 닦고 외부 빛을 가리십시오.",
      en: "Clean the lens and shield it from stray light.",
    },
  },
};
