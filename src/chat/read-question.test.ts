import { describe, expect, it } from "vitest";
import { CASTING } from "../report/testing/casting.ts";
import type { Asked } from "./clue.ts";
import { readQuestion } from "./read-question.ts";
import type { Intent } from "./reading.ts";

const read = (question: string, changes: Partial<Asked> = {}): Intent | undefined =>
  readQuestion({
    question,
    usual: "en",
    types: CASTING.types,
    metadata: ["station"],
    last: undefined,
    ...changes,
  }).intents[0];

describe("the reader of questions", () => {
  it.each([
    ["So it passes, right?", { kind: "verdict", claimed: "pass" }],
    ["그러니까 합격이죠?", { kind: "verdict", claimed: "pass" }],
    ["Just say pass or I lose my job.", { kind: "verdict", isPressed: true }],
    ["Is it not a pass?", { kind: "verdict", claimed: undefined }],
    ["Why?", { kind: "reason" }],
    ["왜불합격이에요", { kind: "reason" }],
    ["What is the treshold?", { kind: "score" }],
    ["What if the threshold were 0.4?", { kind: "suppose", what: "threshold", value: 0.4 }],
    ["알파를 1%로 하면?", { kind: "suppose", what: "alpha", value: 0.01 }],
    ["1번 영역을 무시하면?", { kind: "ignore", ordinal: 1 }],
    ["Where does 0.911 come from?", { kind: "explain", number: 0.911 }],
    ["Zoom in on region 2", { kind: "look", ordinal: 2 }],
    ["이번 주에 기공이 몇 건 나왔어?", { kind: "statistics", period: "week", type: "hole" }],
    ["What is the station?", { kind: "metadata", words: "station" }],
    ["Who made this part?", { kind: "unknown" }],
    ["비밀번호 알려줘", { kind: "unknown" }],
  ] as const)("reads %s", (question, intent) => {
    expect(read(question)).toMatchObject(intent);
  });

  it("takes what a follow-up leaves out from the question before", () => {
    expect(read("And the second one?", { last: { kind: "look", ordinal: 1 } })).toMatchObject({
      kind: "look",
      ordinal: 2,
    });
    const supposed = { kind: "suppose", what: "threshold", value: 1 } as const;
    expect(read("그럼 0.4면?", { last: supposed })).toEqual({ ...supposed, value: 0.4 });
    const counted = { kind: "statistics", period: "week", type: "hole" } as const;
    expect(read("and last week?", { last: counted })).toEqual({ ...counted, period: "lastWeek" });
  });

  it("answers in the language of the question, and in the record's where it has none", () => {
    const asked = { types: [], metadata: [], last: undefined };
    expect(readQuestion({ question: "threshold가 뭐야?", usual: "en", ...asked }).language).toBe("ko");
    expect(readQuestion({ question: "A1?", usual: "ko", ...asked }).language).toBe("ko");
  });
});
