import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fakeInspector } from "../src/cli/testing/fake-inspector.ts";
import { readRecord } from "./record.ts";
import { type RunRequest, runSuite } from "./run.ts";
import { coinSuite } from "./testing/coin-suite.ts";

const items = ["a", "b", "broken", "c", "d"].map((id) => ({ id }));

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "gumsa-run-"));
});
afterEach(() => rm(folder, { recursive: true }));

const request = (changes: Partial<RunRequest> & Pick<RunRequest, "suite">): RunRequest => ({
  settings: {},
  folder,
  seed: 1,
  language: "en",
  openInspector: async () => fakeInspector(),
  signal: new AbortController().signal,
  events: { step: () => {}, measured: () => {} },
  ...changes,
});

describe("a run", () => {
  it("lists what is broken and goes on with the rest", async () => {
    const suite = coinSuite({ items, toss: (id) => id < "c" });
    const { record } = await runSuite(request({ suite }));
    expect(record.broken).toEqual([{ file: "broken", code: "image_damaged", message: "The coin is bent." }]);
    expect(record.items.map(({ id }) => id)).toEqual(["a", "b", "c", "d"]);
    expect(record.figures).toEqual([
      expect.objectContaining({ name: "heads", value: 0.5, hits: 2, count: 4 }),
    ]);
  });

  it("goes on after an interruption with what is not measured yet", async () => {
    const stop = new AbortController();
    const tossed: string[] = [];
    const toss = (id: string): boolean => {
      tossed.push(id);
      if (tossed.length === 2) stop.abort();
      return true;
    };
    await expect(
      runSuite(request({ suite: coinSuite({ items, toss }), signal: stop.signal })),
    ).rejects.toMatchObject({
      code: "cancelled",
    });
    const before = [...tossed];
    const { record } = await runSuite(request({ suite: coinSuite({ items, toss }) }));
    expect(tossed.slice(before.length)).not.toEqual(expect.arrayContaining(before));
    expect(new Set(tossed)).toEqual(new Set(["a", "b", "c", "d"]));
    expect(record.items).toHaveLength(4);
  });

  it("measures anew what other settings were measured with", async () => {
    const tossed: string[] = [];
    const stop = new AbortController();
    const suite = coinSuite({
      items: [{ id: "a" }, { id: "b" }, { id: "c" }],
      toss: (id) => {
        if (tossed.push(id) === 2) stop.abort();
        return true;
      },
    });
    await expect(runSuite(request({ suite, signal: stop.signal }))).rejects.toThrow();
    tossed.length = 0;
    await runSuite(request({ suite, seed: 2 }));
    expect(tossed.sort()).toEqual(["a", "b", "c"]);
  });

  it("leaves nothing behind but the record and the page", async () => {
    await runSuite(request({ suite: coinSuite({ items, toss: () => true }) }));
    expect((await readdir(folder)).sort()).toEqual(["record.json", "report.html"]);
    expect((await readRecord(join(folder, "record.json"))).figures).toEqual([
      expect.objectContaining({ name: "heads", value: 1, low: expect.closeTo(0.51, 2), high: 1 }),
    ]);
  });

  it("says so when it cannot write there", async () => {
    await writeFile(join(folder, "file"), "");
    const suite = coinSuite({ items, toss: () => true });
    await expect(runSuite(request({ suite, folder: join(folder, "file") }))).rejects.toMatchObject({
      code: "folder_unwritable",
    });
  });

  it("ends with an error when nothing at all can be measured", async () => {
    const suite = coinSuite({ items: [{ id: "broken" }], toss: () => true });
    await expect(runSuite(request({ suite }))).rejects.toMatchObject({
      code: "dataset_unreadable",
      hint: "broken: The coin is bent.",
    });
  });

  it("lists a broken file once, however many items are made of it", async () => {
    const made = ["broken", "broken", "0"].map((id) => ({
      id,
      file: id === "broken" ? "torn.png" : "0.png",
    }));
    const { record } = await runSuite(request({ suite: coinSuite({ items: made, toss: () => true }) }));
    expect(record.broken).toEqual([expect.objectContaining({ file: "torn.png" })]);
    expect(record.items.map(({ id }) => id)).toEqual(["0"]);
  });

  it("names the option that is not valid", async () => {
    const suite = coinSuite({ items, toss: () => true });
    await expect(runSuite(request({ suite, settings: { sides: "1" } }))).rejects.toMatchObject({
      code: "usage_invalid",
      message: expect.stringContaining("--sides"),
    });
  });
});
