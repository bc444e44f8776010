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
  backup: {
    does: "보관된 모든 것을 폴더에 복사하고 확인 (서비스 실행 중에도 가능)",
    to: "새 폴더 또는 빈 폴더",
    restore: "저장소를 백업의 상태로 되돌림 (서비스를 먼저 멈추십시오)",
    from: "백업 폴더",
    overwrite: "저장소가 비어 있지 않아도 복원 (있던 것은 옆으로 옮겨 둠)",
  },
  retention: {
    does: "사진과 검사의 보관 기간",
    show: "보관 규칙 표시",
    set: "보관 규칙 교체 (옵션이 없으면 모두 보관)",
    run: "규칙에 따라 지금 삭제 (실행 중인 서비스는 하루에 한 번 삭제)",
    pictures: "판정별로 사진을 삭제할 날수: pass=30,review=90",
    inspections: "판정별로 검사 전체를 삭제할 날수: pass=365",
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
  backup: {
    made: (folder, files, megabytes) =>
      `${folder}에 백업하고 확인했습니다: 데이터베이스와 파일 ${files}개 (${megabytes} MB).`,
    restored: (home, createdAt) => `${home}을(를) ${createdAt} 백업의 상태로 되돌렸습니다.`,
    movedTo: (folder) => `전에 있던 것은 ${folder}에 있습니다.`,
  },
  retention: {
    pictures: (verdict, days) => `${verdict} 판정의 사진: ${days}일 뒤 삭제`,
    inspections: (verdict, days) => `${verdict} 판정의 검사: ${days}일 뒤 삭제`,
    kept: "그 밖의 것과 사람이 확인한 검사, 정상 사진, 불량 사례는 항상 보관합니다.",
    ran: ({ trimmed, removed, blobs }, megabytes) =>
      `삭제: 검사 ${trimmed}건의 사진, 검사 ${removed}건 전체, 파일 ${blobs}개 (${megabytes} MB).`,
    invalid: "규칙은 pass=30,review=90처럼 판정과 날수로 씁니다.",
  },
  watch: {
    watching: (folder) => `${folder} 폴더를 감시 중입니다. Ctrl-C로 멈춥니다.`,
    summary: (inspected, known, failed) =>
      `검사 ${inspected}건, 이미 검사한 사진 ${known}건, 검사하지 못한 사진 ${failed}건.`,
  },
};
