// The suite over recorded inspections, as a user runs it: a Korean and an English record of one picture, a drawn manual,
// a torn record and a torn PDF.
import { createHash } from "node:crypto";
import { join } from "node:path";
import { expect, it } from "vitest";
import { fakeInspector } from "../../../src/cli/testing/fake-inspector.ts";
import { pdfOfPages } from "../../../src/rag/testing/pdfs.ts";
import { folderOf } from "../../datasets/testing/folder.ts";
import { inspectionWith, KOREAN, TYPES } from "../../judges/report/testing/lid.ts";
import { runSuite } from "../../run.ts";
import { report } from "./report.ts";

const { bytes } = await pdfOfPages([["Lids"], ["Causes", "Press below", "12 bar. Cool it."]]);
const manual = `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
const english = inspectionWith({ manual });
const korean = { ...english, report: { ...english.report, language: "ko", sections: KOREAN } };

it("pairs the languages of a picture, reads what they cite, and lists what is torn", async () => {
  await using data = await folderOf({
    "records/dent/1/inspection.json": JSON.stringify(english),
    "records/dent/2/inspection.json": JSON.stringify(korean),
    "records/dent/3/inspection.json": "{",
    "manuals/lid-3.pdf": bytes,
    "manuals/torn.pdf": "%PDF-1.7",
    "types.json": JSON.stringify(TYPES),
  });
  const at = (name: string): string => join(data.path, name);
  const { record } = await runSuite({
    suite: report,
    settings: { data: at("records"), manuals: at("manuals"), types: at("types.json") },
    seed: 1,
    language: "en",
    openInspector: async () => fakeInspector(),
    signal: new AbortController().signal,
    events: { step: () => {}, measured: () => {} },
  });
  expect(record.items.map(({ id }) => id)).toEqual(["dent/1/inspection.json"]);
  expect(record.broken.map(({ file }) => file).sort()).toEqual(["dent/3/inspection.json", "torn.pdf"]);
  const overall = record.figures.filter(({ scope }) => scope.length === 0);
  expect(
    Object.fromEntries(overall.map(({ name, hits, count }) => [name, `${hits}/${count}`])),
  ).toMatchObject({
    complete: "2/2",
    verdictSaid: "2/2",
    "unsupported.sentences": "0/12",
    "quotations.literal": "2/2",
    sameFacts: "1/1",
    "type.right": "2/2",
  });
});
