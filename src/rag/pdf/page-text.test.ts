import { describe, expect, it } from "vitest";
import { drawPdf, HERE } from "../testing/pdfs.ts";
import { readPdf } from "../read-pdf.ts";

type Draw = Parameters<typeof drawPdf>[0];

const linesOf = async (draw: Draw): Promise<string[]> => {
  const [page = ""] = await readPdf(await drawPdf(draw), HERE);
  return page.split("\n");
};

const LEFT = [
  "The left column speaks of gas holes,",
  "of the moisture in sand cores, and",
  "of the vents of the die.",
];
const RIGHT = [
  "The right column speaks of scratches",
  "by loose chips on the conveyor, and",
  "of worn pads of the gripper.",
];

/** As many a program writes it: row by row, both columns at once. */
const drawColumns: Draw = (pdf) => {
  pdf.fontSize(11).text("A title across the whole width of the page, above both of the columns", 60, 60);
  for (const [index, line] of LEFT.entries()) {
    pdf.text(line, 60, 100 + 16 * index, { lineBreak: false });
    pdf.text(RIGHT[index] ?? "", 320, 100 + 16 * index, { lineBreak: false });
  }
  pdf.text("A closing remark that runs across the whole width of the page again", 60, 180);
};

describe("the text of a page", () => {
  it("reads two columns one after another, between a title and a remark across both", async () => {
    const [title, ...rest] = await linesOf(drawColumns);
    expect(title).toMatch(/^A title/);
    expect(rest).toEqual([
      ...LEFT,
      ...RIGHT,
      "A closing remark that runs across the whole width of the page again",
    ]);
  });

  it("reads the rows of a table from left to right, its cells apart", async () => {
    const rows = [
      ["Bolt", "Torque", "Tool"],
      ["M8", "24 N·m", "T40"],
      ["M10", "48 N·m", "T50"],
      ["M12", "84 N·m", "T60"],
    ];
    const lines = await linesOf((pdf) => {
      for (const [y, row] of rows.entries()) {
        for (const [x, cell] of row.entries())
          pdf.text(cell, 60 + 140 * x, 80 + 18 * y, { lineBreak: false });
      }
    });
    expect(lines).toEqual(rows.map((row) => row.join("\t")));
  });

  it("keeps a bullet or a number with its sentence, however far it hangs before it", async () => {
    const lines = await linesOf((pdf) => {
      pdf.text("•", 60, 80, { lineBreak: false }).text("Clean the vents.", 110, 80, { lineBreak: false });
      pdf.text("3.2", 60, 100, { lineBreak: false }).text("Causes", 110, 100, { lineBreak: false });
    });
    expect(lines).toEqual(["• Clean the vents.", "3.2 Causes"]);
  });

  it.each([90, 180, 270])("reads text that is turned by %d degrees upright", async (angle) => {
    const lines = await linesOf((pdf) => {
      pdf.rotate(angle, { origin: [300, 400] });
      for (const [index, line] of LEFT.entries()) pdf.text(line, 200, 350 + 16 * index, { lineBreak: false });
    });
    expect(lines).toEqual(LEFT);
  });

  it("reads what is written sideways after the page's own text, and no stamp across it", async () => {
    const lines = await linesOf((pdf) => {
      for (const [index, line] of LEFT.entries()) pdf.text(line, 60, 80 + 16 * index, { lineBreak: false });
      pdf
        .save()
        .rotate(-90, { origin: [500, 400] })
        .text("Rev. 3", 500, 400, { lineBreak: false })
        .restore();
      pdf
        .rotate(45, { origin: [300, 400] })
        .fontSize(60)
        .text("DRAFT", 250, 380, { lineBreak: false });
    });
    expect(lines).toEqual([...LEFT, "Rev. 3"]);
  });

  it("reads letters once that are drawn twice to look bold", async () => {
    const lines = await linesOf((pdf) => {
      for (const x of [60, 60.3]) pdf.text("Warning", x, 80, { lineBreak: false });
    });
    expect(lines).toEqual(["Warning"]);
  });
});
