// Questions with the place of their answer. They were written from the content of the manuals, in words that an
// inspector would use, not in those of the headings alone.

export interface Question {
  readonly question: string;
  /** The number or the text that the innermost heading begins with. */
  readonly section: string;
  readonly page: number;
}

const question = (question: string, section: string, page: number): Question => ({ question, section, page });

export const CASTING_KO: readonly Question[] = [
  question("기공이 생기는 원인은 무엇인가요?", "3.2", 2),
  question("기공의 조치 방법", "3.3", 2),
  question("기공 예방은 어떻게 하나요", "3.4", 2),
  question("불량이 세 개 나오면 라인은?", "1.2", 1),
  question("임펠러의 외경 공차", "2.1", 1),
  question("기공은 지름 몇 mm까지 허용합니까?", "2.2", 1),
  question("버가 생기는 원인", "4.2", 3),
  question("날개 버를 없애는 방법", "4.3", 3),
  question("트리밍 공구는 언제 바꾸나요?", "4.4", 3),
  question("형체력이 떨어지면 어떻게 됩니까", "4.2", 3),
  question("긁힘은 어떻게 생겼나요? 형태", "5.1", 3),
  question("긁힘의 원인은?", "5.2", 3),
  question("그리퍼 패드는 몇 주마다 바꾸나요", "5.4", 4),
  question("밀봉면에 깊은 긁힘이 있으면", "5.3", 3),
  question("오염을 닦는 방법", "6.3", 4),
  question("세척조는 며칠마다 갈아야 하나요?", "6.4", 4),
  question("헹굼물의 전도도", "6.2", 4),
  question("카메라 초점과 조리개", "7.2", 5),
  question("사진이 흐리면?", "8.1", 5),
  question("기록은 몇 년 보관합니까", "8.2", 5),
  question("수축공은 기공과 무엇이 다른가", "3.1", 2),
  question("탈가스를 몇 분 해야 하나요", "3.3", 2),
];

export const CASTING_EN: readonly Question[] = [
  question("What causes gas holes?", "3.2", 2),
  question("What should I do about a gas hole?", "3.3", 2),
  question("How can gas holes be prevented?", "3.4", 3),
  question("How long must the melt be degassed with argon?", "3.3", 2),
  question("tolerance of the outer diameter", "2.1", 1),
  question("How deep may a scratch be outside the sealing face?", "2.2", 2),
  question("How does a shrinkage cavity differ from gas holes?", "3.1", 2),
  question("Why do burrs appear on the vanes?", "4.2", 3),
  question("When is the trimming tool changed?", "4.4", 3),
  question("removing burrs with a deburring tool", "4.3", 3),
  question("causes of scratches", "5.2", 4),
  question("How often are the gripper pads replaced?", "5.4", 4),
  question("blending a scratch with abrasive", "5.3", 4),
  question("What does a stain look like?", "6.1", 4),
  question("Wiping stains with isopropanol", "6.3", 5),
  question("How old may the washing bath get before it is changed?", "6.4", 5),
  question("coolant concentration too strong", "6.2", 5),
  question("Which aperture and focus does the camera need?", "7.2", 5),
  question("dome light lux", "7.1", 5),
  question("Who decides when two inspectors disagree?", "8.1", 6),
  question("How many years are records kept?", "8.2", 6),
  question("When does the shift leader stop the line?", "1.2", 1),
];

export const PUMP_EN: readonly Question[] = [
  question("Which bearing sits at the drive end?", "Bearings", 1),
  question("rated speed of the pump", "Operating Conditions", 1),
  question("How often must the bearings be lubricated?", "Regular Maintenance", 2),
  question("grease quantity per bearing", "Lubrication Specifications", 2),
  question("What to check when the pump vibrates excessively", "Excessive Vibration", 2),
  question("noisy bearing", "Bearing Noise", 2),
  question("part number of the mechanical seal", "Critical Spare Parts", 2),
  question("spare parts to keep in stock", "Recommended Stock", 3),
  question("maximum pressure and flow", "Operating Limits", 3),
  question("How thick is the concrete foundation?", "Foundation Requirements", 3),
  question("aligning motor and pump shaft", "Alignment Procedure", 3),
  question("How long is the warranty?", "APPENDIX", 3),
  question("pitch diameter of the NSK 6206", "Non-Drive End Bearing", 2),
  question("e-mail address of the manufacturer", "Contact Information", 4),
];

export const UNRELATED: readonly string[] = [
  "What is the capital of France?",
  "How do I bake bread at 200 °C?",
  "Who won the football match yesterday?",
  "오늘 서울 날씨는 어떤가요?",
  "점심 메뉴를 추천해 주세요",
  "프랑스의 수도는 어디입니까?",
  "?!",
];
