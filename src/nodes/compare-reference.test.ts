import { expect, it } from "vitest";
import { supported } from "./compare-reference.ts";

const suspicious = {
  x: 10,
  y: 10,
  width: 20,
  height: 20,
  distance: 3,
  pValue: 0.02,
  areaPx: 300,
  supportedBy: ["A1"],
};
const different = { x: 25, y: 25, width: 10, height: 10, distance: 0.9, pValue: 0.03, areaPx: 80 };

it("supports the suspicious region that it overlaps", () => {
  expect(supported([suspicious], [different])).toEqual([{ ...suspicious, supportedBy: ["A1", "R1"] }]);
});

it("adds a difference that no other reader has seen, after what is known", () => {
  const elsewhere = { ...different, x: 30 };
  expect(supported([suspicious], [elsewhere])).toEqual([suspicious, { ...elsewhere, supportedBy: ["R1"] }]);
});

it("leaves regions alone where nothing differs", () => {
  expect(supported([suspicious], [])).toEqual([suspicious]);
});
