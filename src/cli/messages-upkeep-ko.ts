import type { UPKEEP_HELP_EN, UPKEEP_WORDS_EN } from "./messages-upkeep-en.ts";

export const UPKEEP_HELP_KO: typeof UPKEEP_HELP_EN = {
  references: {
    does: "제품의 양품 사진 추가, 목록, 삭제 (메모리 뱅크도 함께 갱신)",
    add: "양품 사진을 추가하고 전체 사진으로 메모리 뱅크를 다시 구성",
    list: "양품 사진 목록",
    remove: "양품 사진 삭제 (다시 추가하면 이전과 같은 메모리 뱅크가 됨)",
    product: "제품 ID",
    pictures: "양품 사진 또는 사진 폴더",
    names: "목록에 나오는 파일 이름 또는 ID",
    view: "사진에 찍힌 뷰 (기본값: front)",
    ofProduct: "이 제품의 사진 (기본값: 하나뿐인 제품)",
  },
  audit: "의심스러운 양품 사진을 찾고 각각의 조치 방법을 안내",
  calibrate: {
    does: "임계값의 근거를 보여 주거나 오경보율을 변경",
    alpha: "앞으로 양품을 불합격으로 판정해도 되는 비율",
    trial: "달라지는 결과만 보여 주고 아무것도 바꾸지 않음",
    out: "양품 사진의 점수를 그린 페이지를 저장할 파일",
  },
};

export const UPKEEP_WORDS_KO: typeof UPKEEP_WORDS_EN = {
  references: {
    none: "저장된 양품 사진이 없습니다.",
    added: (count) => `양품 사진 ${count}장을 추가했습니다.`,
    removed: (count) => `양품 사진 ${count}장을 삭제했습니다.`,
    same: "이미 있는 사진이어서 바뀐 것이 없습니다.",
    left: ({ view, references }) => `${view}: 양품 사진 ${references}장`,
    threshold: (before, now) => `임계값 ${before} → ${now}`,
    needed: (needed) => `불합격을 판정하기에 부족함: ${needed}장 필요`,
  },
  audit: {
    clean: (references) => `양품 사진 ${references}장에서 의심스러운 것을 찾지 못했습니다`,
    checked: ({ view, references, findings }) => `${view}: 양품 사진 ${references}장, 발견 ${findings}건`,
    kinds: {
      unlike_others: "다른 사진과 다름",
      near_duplicates: "같은 사진의 사본",
      poor_capture: "촬영 불량",
      mixed_sizes: "다른 크기",
      too_few: "양품 사진 부족",
    },
    distance: (distance, usual) => `이상 점수 ${distance}, 보통 ${usual}`,
    place: (place) => `위치 ${place}`,
    difference: (difference, usual) => `차이 ${difference}, 보통 ${usual}`,
    degradations: (kinds) => `발견: ${kinds}`,
    sizes: (sizes) => `크기: ${sizes}`,
    count: (references, needed) => `${needed}장 가운데 ${references}장`,
    grades: { usable: "사용 가능", limited: "제한적", unusable: "사용 불가" },
    more: (count) => `외 ${count}장`,
  },
  calibrate: {
    title: (product, alpha) => `${product}: 오경보율 ${alpha}`,
    changed: (product, before, now) => `${product}: 오경보율 ${before} → ${now}`,
    tried: (product, before, now) => `${product}: 오경보율 ${before} → ${now} (시험). 바뀐 것은 없습니다.`,
    view: ({ view, references }) =>
      `${view}: 양품 사진 ${references}장, 각 사진을 뺀 메모리 뱅크로 잰 점수 기준`,
    columns: {
      rate: "오경보율",
      threshold: "임계값",
      bound: "오경보 상한 (95 %)",
      needed: "필요한 사진 수",
    },
    unreachable: "사진 부족",
    current: (rate) => `${rate} (현재)`,
    highest: "점수가 높은 양품 사진:",
    noBank: "메모리 뱅크를 아직 만들지 않았습니다.",
    alphaNeeded: "--trial에는 --alpha가 필요합니다.",
  },
};
