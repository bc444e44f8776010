import { describe, expect, it } from "vitest";
import { DefectTypes } from "../domain/defect-type.ts";
import { askedForIn } from "./asking.ts";
import { conceptsOf } from "./concepts.ts";

const types = DefectTypes.parse([
  {
    code: "hole",
    names: { ko: "기공", en: "gas hole" },
    synonyms: { ko: ["핀홀"], en: ["pore", "porosity"] },
  },
]);

/** What a question is about, and how it asks. */
const read = (question: string): { about: string[]; sections: readonly string[] } => ({
  about: conceptsOf(question, types)
    .filter(({ isAsking }) => !isAsking)
    .map(({ names: [words = []] }) => words.map(({ stem }) => stem).join(" ")),
  sections: askedForIn(question).sections,
});

describe("a question for the causes", () => {
  it.each([
    "기공이 왜 생기나요?",
    "기공은 왜 생겨요",
    "왜 자꾸 기공이 나오는 거죠?",
    "기공이 발생하는 이유는?",
    "기공이 나타나는 까닭이 뭔가요",
    "기공은 무엇 때문에 일어납니까?",
    "어째서 기공이 생겼을까요",
    "기공은 어떻게 생기나요?",
    "기공은 어디에서 오나요",
    "기공이 생기는 원인을 알려줘",
  ])("%s", (question) => {
    expect(read(question)).toEqual({ about: ["기공"], sections: ["causes"] });
  });

  it.each([
    ["Why do pores appear?", "por"],
    ["How come we keep getting pores?", "por"],
    ["How do pores form?", "por"],
    ["What leads to porosity?", "porosit"],
    ["Where do pores come from?", "por"],
    ["What is behind the pores?", "por"],
    ["what's the reason for porosity", "porosit"],
    ["Can you explain why porosity occurs?", "porosit"],
    ["What makes pores?", "por"],
    ["how does porosity happen", "porosit"],
  ])("%s", (question, about) => {
    expect(read(question)).toEqual({ about: [about], sections: ["causes"] });
  });
});

describe("a question for the actions", () => {
  it.each([
    "기공은 어떻게 하면 되나요?",
    "기공이 나오면 어떻게 해야 하나요",
    "기공이 생겼는데 어떡하죠?",
    "기공이 발생하면 무엇을 해야 합니까?",
    "기공 나왔을 때 뭘 하면 돼요",
    "기공은 어떻게 처리합니까",
    "기공 대처법은?",
    "기공 해결 방법",
    "기공이 있으면 어쩌죠",
  ])("%s", (question) => {
    expect(read(question)).toEqual({ about: ["기공"], sections: ["actions"] });
  });

  it.each([
    "What should I do about pores?",
    "What do we do when pores occur?",
    "How do I deal with pores?",
    "how to get rid of pores",
    "How should we handle pores?",
    "What can be done about pores?",
    "what now with the pores",
    "next steps after pores",
  ])("%s", (question) => {
    expect(read(question)).toEqual({ about: ["por"], sections: ["actions"] });
  });
});

describe("a question for the prevention", () => {
  it.each([
    "기공을 막으려면 어떻게 해야 하나요?",
    "어떻게 하면 기공이 안 생기나요",
    "기공이 안 생기게 하려면?",
    "기공이 생기지 않게 하려면 어떻게 하면 되나요",
    "기공을 피하려면?",
    "기공을 막는 방법",
    "기공이 다시 발생하지 않도록 하려면",
    "기공을 줄이려면 뭘 해야 하죠",
    "기공을 어떻게 막나요",
  ])("%s", (question) => {
    expect(read(question)).toEqual({ about: ["기공"], sections: ["prevention"] });
  });

  it.each([
    "How can pores be prevented?",
    "How do I avoid pores?",
    "How do we stop pores from forming?",
    "how to keep pores from happening again",
    "What should I do so that pores do not happen again?",
    "how can we reduce pores",
    "How do I make sure there are no pores?",
  ])("%s", (question) => {
    const { about, sections } = read(question);
    expect({ about: about.filter((word) => word === "por"), sections }).toEqual({
      about: ["por"],
      sections: ["prevention"],
    });
  });
});

it.each([
  ["기공이 뭐예요?", "기공"],
  ["기공이란?", "기공"],
  ["기공은 무슨 뜻인가요", "기공"],
  ["기공은 어떻게 생겼나요?", "기공"],
  ["What is a pore?", "por"],
  ["what does porosity mean", "porosit"],
])("takes %s as a question for the meaning", (question, about) => {
  expect(read(question)).toEqual({ about: [about], sections: [] });
  expect(askedForIn(question).isMeaning).toBe(true);
});

it.each([
  ["기공 크기 값은 얼마인가요?", ["기공", "크기"]],
  ["주탕 온도는 얼마예요", ["주탕", "온도"]],
  ["What is the value of the pouring temperature?", ["pour", "temperatur"]],
])("asks %s by the words of the thing alone", (question, about) => {
  expect(read(question)).toEqual({ about, sections: [] });
});

it("asks for two sections at once", () => {
  expect(askedForIn("기공의 원인과 대책은?").sections).toEqual(["causes", "actions"]);
  expect(askedForIn("Why do pores occur and how do I avoid them?").sections).toEqual([
    "causes",
    "prevention",
  ]);
});

it("keeps what only looks like a question word", () => {
  expect(read("도형제가 배출구를 막으면").about).toEqual(["도형제", "배출구", "막으면"]);
  expect(read("공구 날의 하중과 한도").about).toEqual(["공구", "날", "하중", "한도"]);
});

it.each(["왜?", "How come?", "어떻게 해야 하나요?", "What should I do?"])(
  "is about nothing: %s",
  (question) => {
    expect(conceptsOf(question, types)).toEqual([]);
  },
);

it.each(["긁힌 부품은 어떻게 하나요?", "부품이 긁혔으면?", "긁혀 있는 것은 왜 그런가요?"])(
  "takes a verb of a defect's name for the name: %s",
  (question) => {
    const scratch = DefectTypes.parse([{ code: "scratch", names: { ko: "긁힘", en: "scratch" } }]);
    expect(conceptsOf(question, scratch).some(({ isDefectType }) => isDefectType)).toBe(true);
  },
);
