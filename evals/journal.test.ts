import { appendFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openJournal } from "./journal.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "gumsa-journal-"));
});
afterEach(() => rm(folder, { recursive: true }));

it("finds what was noted under the same fingerprint, and nothing of another", async () => {
  const file = join(folder, "deep", "journal.jsonl");
  const first = await openJournal(file, ["data", 1]);
  await first.note("a.png", { score: 2 });
  const again = await openJournal(file, ["data", 1]);
  expect(again.find("a.png")).toEqual({ score: 2 });
  expect(again.startedAt).toBe(first.startedAt);
  expect((await openJournal(file, ["data", 2])).find("a.png")).toBeUndefined();
});

it("loses no more than the line that was cut off", async () => {
  const file = join(folder, "journal.jsonl");
  const journal = await openJournal(file, "x");
  await journal.note("a", 1);
  await appendFile(file, '\n{"key":"0123","resu');
  await journal.note("b", 2);
  const again = await openJournal(file, "x");
  expect([again.find("a"), again.find("b")]).toEqual([1, 2]);
});
