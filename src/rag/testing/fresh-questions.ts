// Questions written after the ranking was settled on those of questions.ts, in the words of a person on the line. Some
// weights of the ranking were then chosen with these in sight too, so they are no held-out set. The first half of the
// foreign ones set the least share of a question that a passage must hold; the second half only test it.
import type { Question } from "./questions.ts";

export type FreshQuestion = Omit<Question, "section">;

const asked = (page: number, ...questions: readonly string[]): FreshQuestion[] =>
  questions.map((question) => ({ question, page }));

export const FRESH_CASTING_KO: readonly FreshQuestion[] = [
  ...asked(
    1,
    "어떤 결함은 무조건 불합격인가요?",
    "보어 치수는 얼마인가요?",
    "날개 두께 공차",
    "불균형량 한도",
  ),
  ...asked(
    2,
    "밀봉면에 기공이 있어도 되나요?",
    "모래 코어는 몇 도에서 말리나요?",
    "주탕 온도는 얼마로 유지해야 하나?",
    "날개에 공기가 갇히는 이유",
    "지느러미처럼 튀어나온 금속은 무슨 결함인가요",
  ),
  ...asked(
    3,
    "분할선 틈은 무엇으로 재나요?",
    "금형이 벌어지는 까닭은?",
    "엇갈린 긁힘은 무엇을 의심해야 하나",
    "분할면은 얼마나 자주 불어 내나요?",
    "연마재는 몇 번을 쓰나요?",
  ),
  ...asked(
    4,
    "바구니 한 층에 몇 개까지 담나요?",
    "절삭유 농도는 어떻게 확인합니까?",
    "갈색 자국은 무엇 때문인가요",
    "장갑은 언제 껴야 하나요?",
    "스크래치 예방",
  ),
  ...asked(5, "카메라는 부품에서 얼마나 떨어져야 합니까?", "의심품은 어느 상자에 넣나요?", "노출 시간은?"),
];

export const FRESH_CASTING_EN: readonly FreshQuestion[] = [
  ...asked(
    1,
    "Which defects lead to rejection in every case?",
    "How large is the bore?",
    "permitted unbalance",
  ),
  ...asked(
    2,
    "Is porosity allowed on a sealing face?",
    "At what temperature are the cores dried?",
    "Why does air stay trapped in the die?",
    "how is moisture in the sand core kept low in storage",
  ),
  ...asked(
    3,
    "What gap of the parting line is too large?",
    "How high should the clamping force be?",
    "minimum vane thickness after deburring",
    "How hot are ingots preheated?",
  ),
  ...asked(
    4,
    "What do parallel scratches point to?",
    "How many parts fit into one layer of the basket?",
    "handling speed",
  ),
  ...asked(
    5,
    "What if the stain does not come off after wiping?",
    "Which gloves do I wear?",
    "how far away must the camera be",
    "saturated pixels",
  ),
  ...asked(6, "What colour is the box for doubtful parts?", "magnification for the second inspector"),
];

export const FRESH_PUMP_EN: readonly FreshQuestion[] = [
  ...asked(
    1,
    "How heavy is the pump?",
    "What is the impeller made of?",
    "motor power in kW",
    "How many balls does the SKF 6205 have?",
    "shaft material and diameter",
    "contact angle of the drive end bearing",
  ),
  ...asked(
    2,
    "When is a complete overhaul due?",
    "Which grease do I use for lubrication?",
    "The pump runs too hot. What should I check?",
    "How long do bearings last?",
    "order number of the shaft sleeve",
    "how often is shaft alignment checked",
  ),
  ...asked(
    3,
    "What has to be done before maintenance for safety?",
    "What size are the anchor bolts?",
    "highest permitted temperature",
    "Is normal wear covered by the warranty?",
    "allowed offset between motor and pump shaft",
  ),
  ...asked(4, "web site of the company"),
];

/** Neither the casting manuals nor the pump's say anything of these. */
export const FOREIGN: readonly string[] = [
  "What is the warranty on the gearbox oil filter?",
  "How do I reset the password of the camera?",
  "Which torque for the wheel nuts?",
  "How do I change the battery of the remote control?",
  "recommended tyre pressure",
  "Who painted the Mona Lisa?",
  "How many calories are in an apple?",
  "firmware update over USB",
  "delamination of printed circuit boards",
  "Which solder paste is used for BGA rework?",
  "hydraulic hose routing diagram",
  "What is the colour code of the wiring harness?",
  "도장 두께는 얼마여야 하나요?",
  "용접 비드의 균열은 어떻게 고치나요?",
  "배터리 교체 방법",
  "비밀번호를 잊어버렸을 때",
  "회의실 예약은 어디서 하나요?",
  "타이어 공기압은 얼마인가요",
  "납땜 불량의 원인은?",
  "유압 호스 교환 주기",
  "How long does the paint need to cure?",
  "When does the canteen open?",
  "calibration interval of the torque wrench",
  "How do I export the data to Excel?",
  "Which welding electrode for stainless steel?",
  "What does error code E42 mean?",
  "Is the conveyor belt made of rubber?",
  "moulding defects of plastic lenses",
  "How do I replace the display of the phone?",
  "vacation policy for shift workers",
  "인쇄회로기판 박리의 원인",
  "휴가 신청은 어떻게 하나요?",
  "오류 코드 E42는 무슨 뜻인가요?",
  "페인트 건조 시간",
  "컨베이어 벨트의 재질은 무엇인가요?",
  "토크 렌치 교정 주기",
  "엑셀로 데이터를 내보내려면?",
  "렌즈 사출 불량을 줄이는 방법",
  "휴대폰 화면 교체 비용",
  "구내식당은 몇 시에 여나요?",
];
