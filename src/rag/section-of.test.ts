import { describe, expect, it } from "vitest";
import type { DefectType } from "../domain/defect-type.ts";
import { defectTypeOf, sectionOf } from "./section-of.ts";

describe("sectionOf", () => {
  it.each([
    [["3. 기공", "3.2 원인"], "causes"],
    [["3. Gas hole", "3.2 Causes"], "causes"],
    [["Root cause"], "causes"],
    [["5.3 조치"], "actions"],
    [["Corrective actions"], "actions"],
    [["Remedies"], "actions"],
    [["재발 방지 대책"], "prevention"],
    [["Preventive actions"], "prevention"],
    [["예방 조치"], "prevention"],
    [["Causes", "From the mould"], "causes"],
    [["Causes of stains", "Prevention"], "prevention"],
    [["원인과 대책"], undefined],
    [["Corrective and preventive actions"], undefined],
    [["Interactions"], undefined],
    [["2.1 치수"], undefined],
    [[], undefined],
  ])("reads %j as %s", (headings, section) => {
    expect(sectionOf(headings)).toBe(section);
  });
});

const type = (code: string, ko: readonly string[], en: readonly string[]): DefectType => ({
  code,
  names: { ko: ko[0] ?? code, en: en[0] ?? code },
  synonyms: { ko: ko.slice(1), en: en.slice(1) },
});
const TYPES = [
  type("hole", ["기공", "가스 홀"], ["gas hole", "porosity"]),
  type("burr", ["날개 버", "버"], ["vane burr", "burr"]),
  type("scratch", ["긁힘", "스크래치"], ["scratch"]),
  type("stain", ["오염"], ["stain"]),
];

describe("defectTypeOf", () => {
  it.each([
    [["3. 기공", "3.2 원인"], "hole"],
    [["가스기공의 원인"], "hole"],
    [["3. Gas holes", "3.2 Causes"], "hole"],
    [["4. 날개 버", "4.1 형태"], "burr"],
    [["버의 제거"], "burr"],
    [["Burrs"], "burr"],
    [["Scratches", "Actions"], "scratch"],
    [["스크래치 원인"], "scratch"],
    [["Stainless steel"], undefined],
    [["서버 점검"], undefined],
    [["Scratches and stains"], undefined],
    [["2. Tolerances"], undefined],
  ])("reads %j as %s", (headings, code) => {
    expect(defectTypeOf(headings, TYPES)).toBe(code);
  });
});
