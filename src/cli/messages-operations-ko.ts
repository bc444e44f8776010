import type { OPERATION_HELP_EN, OPERATION_WORDS_EN } from "./messages-operations-en.ts";

export const OPERATION_HELP_KO: typeof OPERATION_HELP_EN = {
  webhooks: {
    does: "서명된 메시지로 다른 시스템에 검사 결과 알림",
    add: "알림 대상 추가 (비밀 값은 이때만 표시)",
    list: "알림 대상 목록",
    remove: "알림 대상 삭제",
    log: "알림 전송 기록을 최근 것부터 표시",
    url: "메시지를 받을 주소",
    verdict: "알릴 판정",
    product: "이 제품만 알림",
    id: "웹훅 ID",
  },
  watch: {
    does: "라인 카메라가 폴더에 넣는 사진을 한 번씩 검사 (파일은 옮기지 않음)",
    folder: "감시할 폴더 (하위 폴더 포함)",
    product: "사진에 찍힌 제품 (기본값: 하나뿐인 제품, 없으면 데모 제품)",
    webhook: "불합격을 서명된 메시지로 알릴 주소",
    once: "지금 있는 사진만 검사하고 종료",
  },
};

export const OPERATION_WORDS_KO: typeof OPERATION_WORDS_EN = {
  webhooks: {
    toldOnce: "메시지 검증에 쓸 비밀 값입니다. 다시 표시되지 않으니 보관하십시오.",
    none: "등록된 웹훅이 없습니다.",
    removed: (id) => `웹훅 ${id}을(를) 삭제했습니다.`,
    neverTold: "아직 보낸 메시지가 없습니다.",
  },
  watch: {
    watching: (folder) => `${folder} 폴더를 감시 중입니다. Ctrl-C로 멈춥니다.`,
    summary: (inspected, known, failed) =>
      `검사 ${inspected}건, 이미 검사한 사진 ${known}건, 검사하지 못한 사진 ${failed}건.`,
  },
};
