// The phrasings on which the checker was measured before its words of approval, certainty and other subjects were
// widened. It has been tuned on them since: what it catches here says nothing of what it catches elsewhere.
import { type PhrasingSet, say } from "./phrasing.ts";
import { type DrawnRecord, WORDS } from "./records.ts";

const first = ({ boxes }: DrawnRecord) => boxes[0] ?? { x: 0, y: 0, width: 0, height: 0 };
const two = (value: number): string => value.toFixed(2);

export const SECOND: PhrasingSet = {
  sound: [
    say(
      "A1",
      (r) =>
        `At ${two(r.distance)}, this casting scores higher than the limit of ${two(r.threshold)}, which is why it was rejected.`,
      "fail",
    ),
    say("A1", (r) => `None of the ${r.references} reference pictures reached a score like this one.`, "fail"),
    say("A1 S1", (r) => `Look first at the marked area in the ${r.place.en} of the image.`, "fail"),
    say(
      "S0 S1",
      (r) => `It resembles earlier ${r.type.en} cases most closely, although that is only a suspicion.`,
      "fail",
    ),
    say("M1", (r) => `According to the manual, one possible reason is: “${r.quotation}”`),
    say("A1", () => "Keep the part out of the shipment until someone has looked at it.", "fail"),
    say("D0", () => "Nothing about the photograph itself stands in the way of an assessment."),
    say(
      "A1",
      (r) =>
        `Its score stayed under the threshold (${two(r.distance)} against ${two(r.threshold)}), so it goes on to the next step.`,
      "pass",
    ),
    say(
      "A1 S0",
      () => "One reader found it suspicious and another did not, so it waits for a decision.",
      "review",
    ),
    say(
      "A1",
      (r) => `측정된 점수 ${two(r.distance)}점은 한도인 ${two(r.threshold)}점을 넘어섰습니다.`,
      "fail",
    ),
    say("A1", (r) => `정상품 사진 ${r.references}장 어디에서도 이만한 점수는 나오지 않았습니다.`, "fail"),
    say("A1 S1", (r) => `우선 ${r.place.ko}의 표시 영역부터 살펴보십시오.`, "fail"),
    say("S0 S1", (r) => `과거의 ${r.type.ko} 사례와 가장 닮았으나 어디까지나 추정입니다.`, "fail"),
    say("M1", (r) => `설명서 ${r.page}쪽에 따르면 “${r.quotation}”는 점이 원인일 수 있습니다.`),
    say("A1", () => "확인이 끝날 때까지 이 부품은 출하하지 마십시오.", "fail"),
    say("D0", () => "사진 품질에는 판정을 방해하는 요소가 없었습니다."),
    say(
      "A1",
      (r) => `점수가 ${two(r.distance)}로 한도 ${two(r.threshold)}보다 낮아 이상이 없는 것으로 봅니다.`,
      "pass",
    ),
    say("A1 S0", () => "판독 결과가 엇갈려 품질 담당자의 확인을 기다립니다.", "review"),
  ],
  faulty: {
    number: [
      say("A1", (r) => `A score of no less than ${two(r.distance + 3.31)} was reached.`),
      say("A1", (r) => `Only ${r.references - 11} good pictures were available for comparison.`),
      say(
        "A1 S1",
        (r) => `The box is ${first(r).width + 23} pixels wide and ${first(r).height} high.`,
        "fail",
      ),
      say("A1", (r) => `점수가 ${two(r.distance + 3.31)}까지 올라갔습니다.`),
      say("A1", () => "오경보율은 2.7%에 불과합니다."),
    ],
    number_in_words: [
      say("A1", (r) => `We counted ${WORDS.en[r.boxes.length + 3]} separate spots on the surface.`, "fail"),
      say("A1", () => "Three quarters of the good pictures lie below it."),
      say("A1", (r) => `표면에서 ${WORDS.ko[r.boxes.length + 3]} 군데가 눈에 띕니다.`, "fail"),
      say("S0", () => "저장된 사례의 삼분의 일이 이와 닮았습니다."),
      say("A1", () => "점수는 한도를 두 배 이상 웃돕니다."),
    ],
    unit: [
      say("A1 S1", (r) => `Its width comes to ${first(r).width} µm.`, "fail"),
      say("A1", (r) => `The distance map peaks at ${two(r.distance)} degrees.`),
      say("A1 S1", (r) => `The box is ${(first(r).height / 10).toFixed(1)} cm high.`, "fail"),
      say("A1 S1", (r) => `폭은 ${first(r).width}밀리미터입니다.`, "fail"),
      say("A1", (r) => `거리는 ${two(r.distance)} cm에 이릅니다.`),
    ],
    quotation: [
      say("M1", () => "The handbook is clear on this: “Replace the die immediately.”"),
      say(
        "M1",
        (r) => `“${r.quotation.replace(/\.$/, "")}, and the mould is too cold” is given as the reason.`,
      ),
      say("A1", () => "The report of the shift reads “nothing unusual”."),
      say("M1", () => "설명서 문구는 “금형을 바로 교체한다”입니다."),
      say("M1", (r) => `“${r.quotation.slice(0, 8)} 전혀 문제가 아니다”라는 설명이 있습니다.`),
    ],
    type: [
      say("A1 S1", (r) => `What we see here is most likely ${r.otherType.en} damage.`, "fail"),
      say("A1", () => "A dent next to the rim is the reason for the rejection.", "fail"),
      say("S0 S1", (r) => `The cases nearest to it suggest ${r.otherType.en}.`),
      say("A1 S1", (r) => `${r.otherType.ko} 결함으로 추정됩니다.`, "fail"),
      say("A1", () => "가장자리에 깨짐이 의심됩니다.", "fail"),
    ],
    place: [
      say(
        "A1 S1",
        (r) => `Its location, ${r.wrongPlace.en.replace(" ", "-")}, matches the marked box.`,
        "fail",
      ),
      say(
        "A1",
        (r) => `Toward the ${r.wrongPlace.en.split(" ")[1]} edge of the image something stands out.`,
        "fail",
      ),
      say("A1", () => "Right in the middle of the part there is a suspicious spot.", "fail"),
      say("A1 S1", (r) => `표시된 상자는 ${r.wrongPlace.ko} 모서리 부근입니다.`, "fail"),
      say(
        "A1",
        (r) => `${r.wrongPlace.ko.startsWith("좌") ? "왼편" : "오른편"}에 치우쳐 나타났습니다.`,
        "fail",
      ),
    ],
    verdict: [
      say("A1", () => "We can approve this one for delivery.", "fail"),
      say("A1", () => "Everything is in order with this casting.", "fail"),
      say("A1", () => "The inspection ended with a rejection of the part.", "pass"),
      say("A1", () => "그대로 출하하셔도 괜찮습니다.", "fail"),
      say("A1", () => "검사 결과 합격 처리되었습니다.", "fail"),
      say("A1", () => "이 부품은 불량품입니다.", "pass"),
    ],
    finding_denied: [
      say("A1", () => "The surface shows no sign of any flaw.", "fail"),
      say("A1", () => "We could not detect a single abnormality.", "fail"),
      say("A1", () => "The casting is in perfect condition.", "fail"),
      say("A1", () => "표면에는 아무런 흠이 없습니다.", "fail"),
      say("A1", () => "눈에 띄는 문제는 전혀 보이지 않습니다.", "fail"),
    ],
    relation: [
      say("A1", () => "Its score stays comfortably under the threshold.", "fail"),
      say("A1", () => "The threshold was not reached.", "fail"),
      say("A1", () => "With this p-value the result lies above the significance level.", "fail"),
      say("A1", () => "점수가 기준값에 미치지 못했습니다.", "fail"),
      say("A1", () => "기준값을 한참 밑도는 점수입니다.", "fail"),
    ],
    certainty: [
      say("S1", (r) => `There can be no question that this is a ${r.type.en}.`),
      say("A1", () => "We guarantee that the part is bad.", "fail"),
      say("M1", () => "The reason is one hundred percent clear."),
      say("S1", (r) => `${r.type.ko}임에 의문의 여지가 없습니다.`),
      say("M1", () => "원인은 이것이 확실하다고 단정할 수 있습니다."),
    ],
    other_subject: [
      say("A1", () => "Yesterday's castings had the very same trouble."),
      say("A1", () => "Expect the rest of the production to look like this as well."),
      say("A1", () => "The neighbouring cavity produces such parts, too."),
      say("A1", () => "오늘 생산된 제품 모두에서 나타납니다."),
      say("A1", () => "앞서 검사한 부품과 같은 양상입니다."),
    ],
    evidence_id: [
      say("S1 H9", () => "Grinding helped the last time."),
      say("C9", () => "The classifier agrees."),
      say("A1", () => "This follows from M44 in particular."),
      say("S1 H9", () => "지난번에는 연마로 해결되었습니다."),
      say("A1", () => "특히 M44가 이를 뒷받침합니다."),
    ],
  },
};
