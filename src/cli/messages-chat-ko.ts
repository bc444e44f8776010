import type { CHAT_HELP_EN, CHAT_WORDS_EN } from "./messages-chat-en.ts";

export const CHAT_HELP_KO: typeof CHAT_HELP_EN = {
  chat: {
    does: "기록된 검사에 대해 묻기 (어떤 말을 해도 기록은 바뀌지 않음)",
    inspection: "검사 ID",
    question: "이 질문에 답하고 끝냄; 여러 번 지정할 수 있음",
    thread: "이 대화를 이어서 진행 (기본값: 새 대화)",
    writer: "답하는 쪽: rule 또는 언어 모델 (기본값: inspect와 같음)",
  },
};

export const CHAT_WORDS_KO: typeof CHAT_WORDS_EN = {
  chat: {
    begin: (id) => `${id} 검사에 대해 물어보십시오. 빈 줄이나 Ctrl-D를 입력하면 끝납니다.`,
    thread: (id) => `대화 ${id}, 이어서 하려면 --thread ${id}`,
    picture: (file) => `사진: ${file}`,
    removed: (count) => `증거가 뒷받침하지 않아 제외된 문장 ${count}개가 있습니다.`,
    takeover: (writer, code, reason) =>
      `${writer} 모델이 답하지 못해(${code}: ${reason}) 규칙이 대신 답합니다.`,
    tool: (name) => `조회 중: ${name}`,
  },
};
