// The record of one run: everything that is needed to know what was measured, on what and by what, and to compare
// it with another run item by item.
import { readFile } from "node:fs/promises";
import { z } from "zod";
import { GumsaError } from "../src/errors.ts";
import { jsonOf } from "./json-of.ts";
import { Machine } from "./machine.ts";
import type { Section } from "./section.ts";

const RecordedFigure = z
  .object({
    name: z.string(),
    scope: z.array(z.string()),
    count: z.number(),
    hits: z.number().optional(),
    fewest: z.number().optional(),
    errorBound: z.number().optional(),
    isExact: z.literal(true).optional(),
    /** 95 %, in order of size. */
    low: z.number().optional(),
    high: z.number().optional(),
  })
  .and(
    z.union([
      z.object({ value: z.number(), reason: z.undefined().optional() }),
      z.object({ value: z.null(), reason: z.string() }),
    ]),
  );
export type RecordedFigure = z.infer<typeof RecordedFigure>;

export const RunRecord = z.object({
  format: z.literal(1),
  suite: z.string(),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime(),
  gumsa: z.string(),
  commit: z.string().optional(),
  /** Hashes of models and banks, versions of prompts. */
  versions: z.record(z.string(), z.string()),
  dataset: z.object({ name: z.string(), files: z.int(), sha256: z.string() }),
  seed: z.int(),
  limit: z.int().optional(),
  settings: z.record(z.string(), z.json()),
  machine: Machine,
  workers: z.int(),
  figures: z.array(RecordedFigure),
  /** Files that could not be used, and why. */
  broken: z.array(z.object({ file: z.string(), code: z.string(), message: z.string() })),
  /** Tables and charts beside the figures. */
  sections: z.array(z.custom<Section>((section) => typeof section === "object" && section !== null)),
  items: z.array(
    z.object({
      id: z.string(),
      stratum: z.string().optional(),
      group: z.string().optional(),
      result: z.json(),
    }),
  ),
});
export type RunRecord = z.infer<typeof RunRecord>;

export interface RunResult {
  readonly record: RunRecord;
  /** With its pictures, which the record does not keep. */
  readonly sections: readonly Section[];
}

/** Throws `file_not_found`, `record_invalid`. */
export const readRecord = async (path: string): Promise<RunRecord> => {
  const text = await readFile(path, "utf8").catch((cause: unknown) => {
    throw new GumsaError("file_not_found", `${path} is not there, or cannot be read.`, { cause });
  });
  const parsed = RunRecord.safeParse(jsonOf(text));
  if (parsed.success) return parsed.data;
  throw new GumsaError("record_invalid", `${path} is not the record of an evaluation.`, {
    hint: "gumsa eval writes record.json into the folder that --out names",
    cause: parsed.error,
  });
};
