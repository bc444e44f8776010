import type { WRITER_HELP_EN, WRITER_WORDS_EN } from "./messages-writers-en.ts";

export const WRITER_HELP_KO: typeof WRITER_HELP_EN = {
  writers: {
    models: "보고서 문장을 쓸 언어 모델 선택",
    use: "앞으로 보고서 문장을 쓸 쪽을 정하고, 사진을 보는지 시험",
    name: "rule, Ollama 서버의 모델 또는 프로필, openai/이름, 어댑터 이름",
  },
  adapters: {
    does: "미세 조정한 언어 모델 관리, 기본 모델과 비교하여 검증",
    add: "미세 조정한 모델을 추가하고 기록된 검사로 검증",
    prove: "기록된 검사에서 어댑터를 기본 모델과 비교",
    list: "어댑터 목록",
    remove: "어댑터 삭제 (Ollama 서버에 만든 모델도 함께 삭제)",
    name: "어댑터 이름, --writer에 쓰는 이름",
    base: "미세 조정한 모델 계열 (예: qwen2-vl)",
    against: "비교할 기본 모델 (기본값: Ollama 서버에 있는 같은 계열의 첫 모델)",
    merged: "병합한 모델의 GGUF 파일: Ollama 서버에 별도 모델로 만듦",
    projector: "사진을 보는 병합 모델의 프로젝터 파일",
    lora: "Ollama 서버가 기본 모델에 덧붙이는 어댑터 파일 (지원하는 경우)",
    endpoint: "어댑터를 제공하는 OpenAI 호환 서버 (llama-server --lora, vLLM)",
    model: "그 서버에서 부르는 이름",
    product: "이 제품의 검사만으로 검증",
    inspections: "검증에 쓸 최근 검사의 수 (기본값: 10)",
  },
  compare: {
    does: "기록된 검사 하나를 여러 작성기로 써서 나란히 비교",
    inspection: "검사 ID",
    writers: "쉼표로 구분한 작성기 이름 (예: rule,qwen2.5-vl,my-adapter)",
  },
  export: {
    does: "다른 프로그램에서 쓸 데이터 내보내기",
    finetune: "사람이 확인한 검사를 한국어와 영어 지시-응답 쌍으로 내보내기",
    out: "저장할 폴더",
    product: "이 제품만",
    base: "미세 조정할 모델 계열 (기본값: qwen2-vl)",
    with: "같은 형식의 다른 쌍이 든 JSONL 파일 (예: 화질 저하 진단)",
  },
  deadline: "전체 제한 시간 (예: 5s): 판정은 항상 나오고, 언어 모델은 그 이상 기다리지 않음",
};

export const WRITER_WORDS_KO: typeof WRITER_WORDS_EN = {
  writers: {
    chosen: (name) => `앞으로 보고서 문장을 쓰는 쪽: ${name}`,
    served: (model, server, profile) => `모델 ${model}, 서버 ${server}, 프로필 ${profile}`,
    textOnly: "글만 받는 모델입니다. 사진 없이 증거만 전달합니다.",
    sees: (drawn) => `사진을 봅니다. 시험 사진에서 ${drawn}을(를) 읽었습니다.`,
    blind: (drawn, said) =>
      `사진을 보지 못합니다. 시험 사진의 ${drawn} 대신 “${said}”(이)라고 답했습니다. 이 모델이 쓴 문장은 보고서에 싣지 않습니다.`,
    overridden: "환경 변수 GUMSA_WRITER에 지정한 작성기가 우선합니다.",
    deadlineInvalid: "5s, 800ms, 2m과 같은 시간이어야 합니다.",
    verdict: (kind) => `판정: ${kind}`,
    section: (section, sentences, writer) => `${section}: ${writer}, 문장 ${sentences}개`,
  },
  adapters: {
    none: "등록된 어댑터가 없습니다.",
    removed: (name) => `어댑터 ${name}을(를) 삭제했습니다.`,
    oneSource: "어댑터는 --merged, --lora, 또는 --endpoint와 --model 가운데 하나로 지정합니다.",
    countInvalid: "1 이상의 정수여야 합니다.",
    kinds: { merged: "병합 모델", lora: "기본 모델에 덧붙인 어댑터", served: "외부 서버에서 제공" },
    unproven: "아직 검증하지 않아 작성기로 선택할 수 없음",
    outcomes: {
      proven: "검증됨: 기본 모델과 다르게 답하고, 대조에서 제외되는 문장의 비율이 더 크지 않음",
      ignored: "서버가 어댑터를 무시함: 모든 답이 기본 모델과 글자까지 같음",
      worse: "기본 모델보다 나쁨: 대조에서 제외되는 문장의 비율이 더 큼",
      unanswered: "검증되지 않음: 어댑터나 기본 모델이 답하지 못한 검사가 있음",
    },
    differing: (differing, inspections) => `검사 ${inspections}건 가운데 ${differing}건에서 답이 다름`,
    tally: (sentences, removed, fallbacks) =>
      `문장 ${sentences}개, 제외 ${removed}개, 답하지 못함 ${fallbacks}건`,
  },
  compare: {
    sections: { status: "현황", causes: "원인", actions: "조치", prevention: "예방" },
    removed: (count) => `대조에서 제외된 문장 ${count}개`,
    fallback: (code, reason) => `규칙으로 대신 작성함: ${code} (${reason})`,
    difference: (writer, against, here, there) =>
      `${against} 대비 ${writer}: 이쪽에만 있는 문장 ${here}개, 저쪽에만 있는 문장 ${there}개`,
    leftOut: (ids) => `인용하지 않은 증거: ${ids}`,
  },
  export: {
    written: (folder, train, test) =>
      `${folder}에 저장했습니다: 학습용 ${train}쌍, 시험용 ${test}쌍 (제품 단위로 나눔)`,
    pairInvalid: (file, line) => `${file} ${line}행: 지시-응답 쌍이 아닙니다.`,
  },
};
