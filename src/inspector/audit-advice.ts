import type { AuditKind } from "../domain/product-audit.ts";
import type { Bilingual } from "../domain/language.ts";

/** What to do about each kind of finding. */
export const AUDIT_ADVICE: Readonly<Record<AuditKind, Bilingual>> = {
  too_few: {
    ko: "양품 사진을 필요한 수만큼 추가하십시오(gumsa references add). 그 전에는 이상 검사만으로 불합격이 나지 않고 확인 필요로 끝납니다.",
    en: "Add good pictures up to the number needed (gumsa references add). Until then no part can fail by the anomaly test; it ends as review.",
  },
  unlike_others: {
    ko: "표시된 위치를 확인하십시오. 불량이거나 다른 제품이면 삭제하고(gumsa references remove), 정상이지만 드문 모습이면 그런 양품 사진을 더 추가하십시오.",
    en: "Look at the place named. If it is a defect or another product, remove the picture (gumsa references remove); if it is good but rare, add more good pictures like it.",
  },
  poor_capture: {
    ko: "다시 촬영하여 바꾸십시오. 남겨 두면 이런 촬영 상태가 이 제품의 정상으로 여겨집니다.",
    en: "Take the picture again and replace it. While it stays, captures like it count as usual for this product.",
  },
  near_duplicates: {
    ko: "하나만 남기고 삭제하십시오. 같은 사진은 서로를 뱅크에서 찾으므로 임계값이 낮아져 오경보가 늘어납니다.",
    en: "Keep one and remove the others. Copies find each other in the memory bank, which lowers the threshold and raises false alarms.",
  },
  mixed_sizes: {
    ko: "한 가지 카메라 설정으로 촬영하십시오. 다른 카메라나 방향이면 뷰를 나누어 등록하십시오(gumsa references add --view).",
    en: "Capture with one camera setting. If they come from another camera or side, register them as a view of their own (gumsa references add --view).",
  },
};
