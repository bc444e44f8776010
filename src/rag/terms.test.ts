import { describe, expect, it } from "vitest";
import { termsOf } from "./terms.ts";

const meet = (question: string, text: string): boolean => {
  const terms = new Set(termsOf(text));
  return termsOf(question).some((term) => terms.has(term));
};

describe("termsOf", () => {
  it.each([
    ["기공", "기공이 생긴다"],
    ["기공", "기공의 원인"],
    ["기공", "가스기공 검사"],
    ["기공이", "기공을 없앤다"],
    ["불량", "주조불량률이 높다"],
    ["버", "버가 남는다"],
    ["버를", "날개 버"],
    ["주의", "주의사항을 읽는다"],
    ["온도", "온도는 높다"],
    ["한도", "허용한도"],
    ["기공", "이것은 기\n공이다"],
    ["scratch", "Scratches"],
    ["burrs", "a burr"],
    ["deburring", "Deburr the vane"],
    ["trimmed", "trimming tool"],
    ["caused", "Causes"],
    ["degas", "degassing"],
    ["lubricated", "Lubrication"],
    ["temperature", "the tem-\nperature"],
    ["1475", "1,475 rpm"],
    ["0.5 mm", "0.5mm에서"],
    ["b6205", "B6205-2RS"],
  ])("lets %j meet %j", (question, text) => {
    expect(meet(question, text)).toBe(true);
  });

  it.each([
    ["gas", "gasket"],
    ["기공", "공기"],
    ["0.5", "0.8"],
    ["서버", "버가 남는다"],
    ["the of is", "the vents of the die"],
    ["무엇입니까", "이것은 무엇입니까"],
    ["생깁니다", "보관합니다"],
  ])("keeps %j and %j apart", (question, text) => {
    expect(meet(question, text)).toBe(false);
  });

  it("repeats a term as often as it occurs", () => {
    expect(termsOf("Burr, burr and burrs")).toEqual(["bur", "bur", "bur"]);
  });
});
