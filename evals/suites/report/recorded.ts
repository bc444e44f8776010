// Recorded inspections as subjects: those on one picture by one writer belong together, whatever their language.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { DefectType } from "../../../src/domain/defect-type.ts";
import type { Inspection } from "../../../src/domain/inspection.ts";
import type { SuiteContext } from "../../context.ts";
import { filesBelow } from "../../datasets/folder.ts";
import { readInspection, truthOf } from "../../datasets/reports.ts";
import { pdfPages } from "../../judges/pdf-pages.ts";
import type { DataFile } from "../../suite.ts";
import type { Subject } from "./subject.ts";

interface Recorded {
  readonly name: string;
  readonly inspection: Inspection;
}

/** A file that holds no inspection is listed, and the others are judged. */
export const recordedSubjects = async (
  files: readonly DataFile[],
  types: readonly DefectType[],
  context: SuiteContext,
): Promise<Subject[]> => {
  const groups = new Map<string, Recorded[]>();
  for (const file of files) {
    try {
      const inspection = await readInspection(file);
      const key = JSON.stringify([
        inspection.images.map(({ image }) => image.id),
        inspection.product,
        inspection.report.writer,
      ]);
      groups.set(key, [...(groups.get(key) ?? []), { name: file.name, inspection }]);
    } catch (error) {
      context.leaveOut(file.name, error);
    }
  }
  return [...groups.values()].flatMap(([first, ...others]) =>
    first ? [subjectOf(first, others, types)] : [],
  );
};

const subjectOf = (first: Recorded, others: readonly Recorded[], types: readonly DefectType[]): Subject => ({
  id: first.name,
  group: first.name,
  truth: truthOf(first.name, types),
  reports: async () =>
    [first, ...others].map(({ inspection }) => ({ inspection, report: inspection.report })),
});

/** The pages of the PDFs in a folder, by the files' SHA-256; a broken one is listed. */
export const pagesInFolder = async (
  folder: string | undefined,
  context: SuiteContext,
): Promise<Map<string, readonly string[]>> => {
  const pages = new Map<string, readonly string[]>();
  if (folder === undefined) return pages;
  const root = resolve(folder);
  for (const { name, path } of await filesBelow(root, { root, endings: [".pdf"], depth: 8 })) {
    try {
      const bytes = await readFile(path);
      pages.set(`sha256:${createHash("sha256").update(bytes).digest("hex")}`, await pdfPages(bytes, name));
    } catch (error) {
      context.leaveOut(name, error);
    }
  }
  return pages;
};
