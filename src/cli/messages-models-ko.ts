import type { MODEL_HELP_EN, MODEL_WORDS_EN } from "./messages-models-en.ts";

export const MODEL_HELP_KO: typeof MODEL_HELP_EN = {
  models: {
    does: "모델 내려받기, 추가, 확인",
    list: "모델 목록과 이 컴퓨터에 있는지 여부",
    pull: "표준 모델 내려받기 (끊긴 곳부터 이어 받음)",
    offline: "연결을 금지하고 있는 것만 확인",
    verify: "모델 파일을 모두 다시 읽어 확인 (기본값: 있는 모델 전부)",
    remove: "모델 파일 삭제 (다시 내려받을 때는 같은 파일이어야 함)",
    forget: "파일 기록도 지워 다음에 다른 파일을 받을 수 있게 함",
    add: "직접 준비한 ONNX 신경망 추가: 메모리 뱅크용 특징 또는 YOLOX 검출기",
    name: "모델 이름",
    names: "모델 이름들",
    newName: "새 이름: 영문 소문자, 숫자, 하이픈",
    onnx: "ONNX 파일",
    from: "내려받은 이 모델의 파일 사용",
    taps: "특징 두 단계(트랜스포머는 한 단계)의 텐서 이름, 내부 텐서도 가능",
    input: "사진의 긴 변을 맞출 크기(픽셀)",
    mean: "빨강, 초록, 파랑의 평균 (0~1)",
    std: "빨강, 초록, 파랑의 표준편차",
    detector: "검출기 종류: yolox",
    labels: "검출기가 아는 단어 파일, 한 줄에 하나",
    licence: "라이선스",
  },
};

export const MODEL_WORDS_KO: typeof MODEL_WORDS_EN = {
  models: {
    states: { verified: "확인됨", missing: "없음", damaged: "손상됨" },
    origins: { bundled: "기본 포함", hub: "허브", added: "직접 추가" },
    removed: (name: string) => `모델 ${name}을(를) 지웠습니다.`,
    unverified: (facts: string) => `확인되지 않은 내용: ${facts}`,
    pullHint: (name: string) => `gumsa models pull ${name}`,
    numbersInvalid: "0.485,0.456,0.406처럼 숫자 세 개여야 합니다.",
    inputInvalid: "32 이상 2048 이하의 정수(픽셀)여야 합니다.",
    sourceNeeded: "--onnx FILE 또는 --from MODEL 가운데 하나를 지정하십시오.",
    kindNeeded: "--taps A,B 또는 --detector yolox와 --labels FILE을 지정하십시오.",
  },
};
