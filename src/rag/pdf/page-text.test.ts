import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { readPdf } from "../read-pdf.ts";
import { drawPdf, HERE } from "../testing/pdfs.ts";

type Draw = Parameters<typeof drawPdf>[0];

const { resolve } = createRequire(import.meta.url);
/** With room behind the empty glyph of the space, where fontkit reads a header. */
const KOREAN = Buffer.concat([
  await readFile(resolve("@expo-google-fonts/nanum-gothic/400Regular/NanumGothic_400Regular.ttf")),
  Buffer.alloc(16),
]);

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

  const TROUBLES = [
    ["Trouble", "Check first", "Then"],
    ["Excessive vibration of the pump", "The bearings and the bolts of the foundation", "Align the shaft"],
    ["Noise", "Dry bearings", "Grease both bearings with five grams of lithium grease"],
    ["High temperature", "The load of the motor and the friction of the seal", "Stop the pump"],
  ];

  it.each([
    ["with lines between its rows", { padding: 5, border: 1 }],
    ["without lines", { padding: 4, border: 0 }],
  ])("reads the cells of a table %s as wholes, where they go over several lines", async (_, style) => {
    const lines = await linesOf((pdf) => {
      pdf.fontSize(10).table({
        columnStyles: [100, 140, 130],
        defaultStyle: { padding: style.padding, border: style.border },
        data: TROUBLES,
      });
    });
    expect(lines).toEqual(TROUBLES.map((row) => row.join("\t")));
  });

  it("reads a short cell in the middle of a high one as of the same row", async () => {
    const lines = await linesOf((pdf) => {
      pdf.fontSize(10).table({
        columnStyles: [100, 140, 130],
        defaultStyle: { padding: 6, align: { y: "center" } },
        data: TROUBLES,
      });
    });
    expect(lines).toEqual(TROUBLES.map((row) => row.join("\t")));
  });

  it("reads the wrapped cells of a Korean table as wholes", async () => {
    const rows = [
      ["결함", "원인", "조치"],
      ["긁힘", "바구니 안에서 부품끼리 부딪치거나 칩이 끌려간다", "칸막이를 넣는다"],
      ["오염", "세척조가 차갑다", "굴절계로 절삭유를 시험하고 농도를 되돌린 뒤 다시 씻는다"],
    ];
    const lines = await linesOf((pdf) => {
      pdf
        .font(KOREAN)
        .fontSize(10)
        .table({
          columnStyles: [60, 120, 120],
          defaultStyle: { padding: 5 },
          data: rows,
        });
    });
    // Korean lines end within words; whether one did, no line tells.
    const bare = (line: string): string => line.replaceAll(" ", "");
    expect(lines.map(bare)).toEqual(rows.map((row) => bare(row.join("\t"))));
  });

  it("keeps rows apart that only stand close, also with empty cells and gaps between groups", async () => {
    const groups = [
      [
        ["Drive end bearing", "M10", "48 N·m"],
        ["Non-drive end bearing", "M12", ""],
        ["", "M14", "84 N·m"],
      ],
      [
        ["Mechanical seal", "M8", "24 N·m"],
        ["Coupling guard", "M6", "10 N·m"],
      ],
    ];
    const lines = await linesOf((pdf) => {
      let y = 80;
      for (const group of groups) {
        for (const row of group) {
          for (const [x, cell] of row.entries())
            if (cell !== "") pdf.fontSize(10).text(cell, 60 + 140 * x, y, { lineBreak: false });
          y += 12;
        }
        y += 12;
      }
    });
    expect(lines).toEqual(groups.flat().map((row) => row.filter((cell) => cell !== "").join("\t")));
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
