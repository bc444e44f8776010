import { describe, expect, it } from "vitest";
import { type ParticlePair, withParticle } from "./particles.ts";

const CASES: readonly (readonly [string, ParticlePair, string])[] = [
  ["기공", "이/가", "기공이"],
  ["날개 버", "이/가", "날개 버가"],
  ["긁힘", "을/를", "긁힘을"],
  ["오염", "은/는", "오염은"],
  ["스크래치", "과/와", "스크래치와"],
  ["합격", "으로/로", "합격으로"],
  ["재촬영", "으로/로", "재촬영으로"],
  ["확인 필요", "으로/로", "확인 필요로"],
  ["기준 파일", "으로/로", "기준 파일로"],
  ["기준 파일", "을/를", "기준 파일을"],
  ["기공", "이라/라", "기공이라"],
  ["12.3", "으로/로", "12.3으로"],
  ["12.4", "으로/로", "12.4로"],
  ["8.21", "을/를", "8.21을"],
  ["8.21", "으로/로", "8.21로"],
  ["5.20", "으로/로", "5.20으로"],
  ["6", "이/가", "6이"],
  ["9", "은/는", "9는"],
  ["100", "을/를", "100을"],
  ["5%", "을/를", "5%를"],
  ["36 px", "으로/로", "36 px로"],
  ["36 px", "을/를", "36 px을"],
  ["2 mm", "이/가", "2 mm가"],
  ["USB", "이/가", "USB가"],
  ["PCB", "은/는", "PCB는"],
  ["LED", "을/를", "LED를"],
  ["PIXEL", "으로/로", "PIXEL로"],
  ["ROM", "이/가", "ROM이"],
  ["R", "을/를", "R을"],
  ["burr", "이/가", "burr가"],
  ["hole", "으로/로", "hole로"],
  ["stain", "은/는", "stain은"],
  ["machine", "이/가", "machine이"],
  ["기공(hole 2)", "이/가", "기공(hole 2)이"],
  ["‘양호’", "이/가", "‘양호’가"],
  ["", "이/가", "가"],
];

describe("Korean particles", () => {
  it.each(CASES)("follow the sound of %j with %s", (word, pair, expected) => {
    expect(withParticle(word, pair)).toBe(expected);
  });
});
