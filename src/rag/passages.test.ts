import { describe, expect, it } from "vitest";
import { cutPassages } from "./passages.ts";

/** `page | headings | lines`, one for each passage. */
const cut = (...pages: readonly string[]): string[] =>
  cutPassages(pages).map(({ page, headings, lines }) =>
    [page, headings.join(" > "), lines.join(" ")].join(" | "),
  );

describe("cutPassages", () => {
  it("puts bullets under their headings", () => {
    expect(
      cut("3. Gas hole\n3.2 Causes\n• The melt is wet.\n• The core is wet.\n3.3 Actions\n• Dry both."),
    ).toEqual([
      "1 | 3. Gas hole > 3.2 Causes | • The melt is wet. • The core is wet.",
      "1 | 3. Gas hole > 3.3 Actions | • Dry both.",
    ]);
  });

  it("keeps the heading of a section that breaks after it, or between its bullets", () => {
    expect(cut("4. 날개 버\n4.2 원인", "• 금형이 닳았다.\n• 날이 무뎌졌다.", "• 형체력이 낮다.")).toEqual([
      "2 | 4. 날개 버 > 4.2 원인 | • 금형이 닳았다. • 날이 무뎌졌다.",
      "3 | 4. 날개 버 > 4.2 원인 | • 형체력이 낮다.",
    ]);
  });

  it("joins the lines of a wrapped bullet", () => {
    const page =
      "5.3 Actions\n• Feel the scratch with the nail, and measure its depth where\nthe nail catches.\n• Sweep.";
    expect(cut(page)).toEqual([
      "1 | 5.3 Actions | • Feel the scratch with the nail, and measure its depth where the nail catches. • Sweep.",
    ]);
  });

  it("takes a short wrapped line for no heading", () => {
    const page =
      "Handling\nParts are carried one by one to the washing bench next to the\nFurnace\nand laid down there.";
    expect(cut(page)).toEqual([
      "1 | Handling | Parts are carried one by one to the washing bench next to the Furnace and laid down there.",
    ]);
  });

  it.each([
    ["a colon", "Bearing Noise:\n- Replace the bearing"],
    ["a short line before bullets", "Bearing Noise\n- Replace the bearing"],
    ["a number", "2.1 Bearing Noise\n- Replace the bearing"],
    ["a chapter", "SECTION 4: BEARINGS\n- Replace the bearing"],
    ["capitals", "BEARINGS\n- Replace the bearing"],
    ["a Korean chapter", "제 2 장 베어링\n- 베어링을 교체한다"],
    ["a Korean colon", "베어링 소음：\n- 베어링을 교체한다"],
    ["a Korean short line", "베어링 소음\n• 베어링을 교체한다"],
  ])("recognises a heading by %s", (_, page) => {
    const [heading = "", bullet = ""] = page.split("\n");
    expect(cut(page)).toEqual([`1 | ${heading.replace(/[:：]$/, "")} | ${bullet}`]);
  });

  it("keeps the steps of a numbered list together", () => {
    expect(cut("Alignment:\n1. Install pump\n2. Check level\n3. Tighten bolts")).toEqual([
      "1 | Alignment | 1. Install pump 2. Check level 3. Tighten bolts",
    ]);
  });

  it("puts causes and actions below the defect that they belong to", () => {
    const page = "Scratch\nCauses\n- Loose parts rub.\nActions\n- Sort them.\nStain\nCauses\n- Old coolant.";
    expect(cut(page)).toEqual([
      "1 | Scratch > Causes | - Loose parts rub.",
      "1 | Scratch > Actions | - Sort them.",
      "1 | Stain > Causes | - Old coolant.",
    ]);
  });

  it("leaves out running headers, footers and page numbers, but no repeated headings", () => {
    const page = (number: number): string =>
      `PUMP MANUAL Rev. 3\n${number}.1 Causes\n• Cause ${number} is this.\nPage ${number} of 3`;
    expect(cut(page(1), page(2), page(3))).toEqual([
      "1 | 1.1 Causes | • Cause 1 is this.",
      "2 | 2.1 Causes | • Cause 2 is this.",
      "3 | 3.1 Causes | • Cause 3 is this.",
    ]);
  });

  it("leaves out rules and the table of contents", () => {
    expect(
      cut("Contents\n1. Causes ........ 2\n2. Actions ........ 3\n=====\n1. Causes\n• A wet melt."),
    ).toEqual(["1 | 1. Causes | • A wet melt."]);
  });

  it("cuts a very long section between its bullets", () => {
    const bullet = `• ${"A long sentence about moulds ".repeat(10)}ends here.`;
    const passages = cutPassages([["Moulds", ...Array<string>(12).fill(bullet)].join("\n")]);
    expect(passages.length).toBeGreaterThan(1);
    expect(passages.every(({ headings, lines }) => headings[0] === "Moulds" && lines[0] === bullet)).toBe(
      true,
    );
  });

  it("keeps the rows of a table together under their heading, and knows it for a table", () => {
    expect(cutPassages(["4.2 Torques\nBolt\tTorque\nM8\t24 N·m\nM10\t48 N·m"])).toEqual([
      {
        page: 1,
        headings: ["4.2 Torques"],
        form: "table",
        lines: ["Bolt Torque", "M8 24 N·m", "M10 48 N·m"],
      },
    ]);
  });

  it("finds nothing in nothing", () => {
    expect(cut()).toEqual([]);
    expect(cut("", "\n \n")).toEqual([]);
  });
});
