import type { Words } from "./words.ts";

export const KO_WORDS: Words = {
  verdicts: { pass: "합격", fail: "불합격", review: "확인 필요", retake: "재촬영" },
  sections: { status: "현황", causes: "원인", actions: "조치", prevention: "예방" },
  grades: { usable: "양호", limited: "제한적", unusable: "판독 불가" },
  places: {
    "upper-left": "좌측 상단",
    "upper-center": "중앙 상단",
    "upper-right": "우측 상단",
    "middle-left": "좌측 중앙",
    "middle-center": "정중앙",
    "middle-right": "우측 중앙",
    "lower-left": "좌측 하단",
    "lower-center": "중앙 하단",
    "lower-right": "우측 하단",
  },
  readers: {
    gradeCapture: "촬영 상태 평가",
    detectAnomaly: "이상 탐지",
    findSimilar: "유사 사례 검색",
    classifyViews: "시점별 분류",
    describeImage: "언어 모델의 의견",
    compareReference: "기준 사진 비교",
    groundDefects: "결함 위치 지정",
  },
  degradations: {
    defocus_blur: {
      name: "초점 흐림",
      cause: "부품이 초점 심도를 벗어나거나 초점이 틀어졌을 때",
      advice: "부품 표면에 초점을 다시 맞추고",
      prevention: "촬영 거리를 고정하고 초점을 맞춘 뒤 잠그십시오",
    },
    motion_blur: {
      name: "움직임 흐림",
      cause: "노출 중에 부품이나 카메라가 움직일 때",
      advice: "부품을 멈추거나 노출 시간을 줄이고",
      prevention: "부품이 멈춘 순간에 셔터를 맞추고 진동을 줄이십시오",
    },
    noise: {
      name: "노이즈",
      cause: "빛이 부족해 센서 감도가 높아졌을 때",
      advice: "조명을 늘리고 감도를 낮추고",
      prevention: "감도를 고정하고 조명의 밝기를 정기적으로 점검하십시오",
    },
    low_resolution: {
      name: "해상도 부족",
      cause: "부품이 사진에서 너무 작게 찍히거나 파일이 나중에 확대되었을 때",
      advice: "카메라를 가까이 옮기고 원본 크기로 저장하고",
      prevention: "촬영 거리와 저장 크기를 고정하고 전송 중에 크기를 바꾸지 마십시오",
    },
    jpeg_blocking: {
      name: "JPEG 블록 왜곡",
      cause: "파일이 지나치게 압축되었을 때",
      advice: "PNG 또는 더 높은 JPEG 품질로 저장 형식을 바꾸고",
      prevention: "카메라와 전송 경로의 저장 형식을 무손실 또는 고품질로 설정하십시오",
    },
    under_exposure: {
      name: "노출 부족",
      cause: "센서에 들어오는 빛이 모자랄 때",
      advice: "조명을 늘리거나 노출 시간을 늘리고",
      prevention: "노출을 고정하고 조명이 어두워지기 전에 교체하십시오",
    },
    over_exposure: {
      name: "노출 과다",
      cause: "빛이 너무 많거나 직접 반사광이 들어올 때",
      advice: "조명이나 노출 시간을 줄이고 직접 반사를 피하고",
      prevention: "노출과 조명 각도를 고정하십시오",
    },
    low_contrast: {
      name: "대비 부족",
      cause: "조명이 지나치게 고르거나 렌즈에 잡광이나 오염이 있을 때",
      advice: "부품을 측면에서 비추고 렌즈를 닦고",
      prevention: "검사대를 외부 빛으로부터 가리고 렌즈를 주기적으로 청소하십시오",
    },
  },
};
