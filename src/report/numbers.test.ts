import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isCarriedAs } from "./check/carried-numbers.ts";
import * as write from "./numbers.ts";
import { numbersIn } from "./check/sentence-numbers.ts";

const positive = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
const share = fc.double({ min: 1e-4, max: 1, noNaN: true });

const isFoundAgain = (text: string, value: number): boolean => {
  const [stated, ...others] = numbersIn(text);
  const carried = { value };
  return stated !== undefined && others.length === 0 && isCarriedAs(stated, carried);
};

describe("numbers in a report", () => {
  it.each([
    [write.quantity(12.34), "12.3"],
    [write.quantity(0.012345), "0.0123"],
    [write.quantity(12345.6), "12346"],
    [write.quantity(0), "0"],
    [write.pValue(1 / 31), "0.032"],
    [write.pValue(1), "1.000"],
    [write.pValue(0.00042), "0.0004"],
    [write.percent(0.05), "5"],
    [write.percent(0.0952), "9.52"],
    [write.alpha(0.05), "0.05"],
    [write.pixels(431.6), "432"],
  ])("are rounded as stated: %s", (written, expected) => {
    expect(written).toBe(expected);
  });

  it("never let rounding hide which of two is larger", () => {
    expect(write.distancePair(12.341, 12.339)).toEqual(["12.341", "12.339"]);
    expect(write.pValueBeside(0.0504, 0.05)).toBe("0.0504");
    expect(write.pValueBeside(0.05, 0.05)).toBe("0.050");
    fc.assert(
      fc.property(positive, positive, (one, other) => {
        const [first, second] = write.distancePair(one, other);
        expect(Math.sign(Number(first) - Number(second))).toBe(Math.sign(one - other));
      }),
    );
  });

  it("are recognised by the checker as they are written", () => {
    fc.assert(fc.property(positive, (value) => isFoundAgain(`${write.quantity(value)}`, value)));
    fc.assert(fc.property(share, (value) => isFoundAgain(write.pValue(value), value)));
    fc.assert(fc.property(share, (value) => isFoundAgain(`${write.percent(value)} %`, value)));
  });

  it.each([
    ["between 0.9-1.6 mm", [0.9, 1.6]],
    ["at −3.5 dB or (-2)", [-3.5, -2]],
    ["1,024 px and 3,4", [1024, 3, 4]],
    ["p0.9 및 30장은 5퍼센트", [0.9, 30, 5]],
    ["version A12", [12]],
  ])("are read out of %j", (text, expected) => {
    expect(numbersIn(text).map(({ value }) => value)).toEqual(expected);
  });
});
