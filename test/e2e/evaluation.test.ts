// `gumsa eval` as a child process on a data set that is drawn here: what it prints, leaves behind and goes on with.
import { once } from "node:events";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadSuites } from "../../evals/suites.ts";
import type { Picture } from "../../src/vision/picture.ts";
import { drawPart } from "./drawn/part.ts";
import { type Home, openHome } from "./testing/gumsa.ts";

const PRODUCT = 11;
const [TRAIN, GOOD, BAD] = [20, 4, 4];

let home: Home;
let data: string;
let out: string;

const save = async (path: string, { rgb, widthPx, heightPx }: Picture): Promise<void> => {
  await mkdir(dirname(path), { recursive: true });
  await sharp(rgb, { raw: { width: widthPx, height: heightPx, channels: 3 } })
    .png()
    .toFile(path);
};

/** Black out a square; the mask is white there. */
const damaged = ({ rgb, ...size }: Picture): { part: Picture; mask: Picture } => {
  const [part, mask] = [
    { ...size, rgb: Uint8Array.from(rgb) },
    { ...size, rgb: new Uint8Array(rgb.length) },
  ];
  for (let y = 30; y < 46; y++) {
    for (let x = 40; x < 56; x++) {
      const i = 3 * (y * size.widthPx + x);
      part.rgb.fill(0, i, i + 3);
      mask.rgb.fill(255, i, i + 3);
    }
  }
  return { part, mask };
};

beforeAll(async () => {
  home = await openHome();
  [data, out] = [join(home.path, "plates"), join(home.path, "out")];
  for (let i = 0; i < TRAIN; i++)
    await save(join(data, `train/good/${i}.png`), drawPart({ product: PRODUCT, part: i }));
  for (let i = 0; i < GOOD; i++) {
    await save(join(data, `test/good/${i}.png`), drawPart({ product: PRODUCT, part: 100 + i }));
  }
  for (let i = 0; i < BAD; i++) {
    const { part, mask } = damaged(drawPart({ product: PRODUCT, part: 200 + i }));
    await save(join(data, `test/burn/${i}.png`), part);
    await save(join(data, `ground_truth/burn/${i}_mask.png`), mask);
  }
  await writeFile(join(data, "test/burn/torn.png"), "not a picture");
});
afterAll(() => home[Symbol.asyncDispose]());

const anomaly = (...more: string[]) => home.gumsa("eval", "anomaly", "--data", data, ...more);

describe("gumsa eval", () => {
  it("prints one document with every figure at its name, and leaves a record and a page", async () => {
    const { stdout, stderr, exitCode } = await anomaly("--json", "--out", out);
    expect({ stderr, exitCode }).toMatchObject({ exitCode: 0 });
    const document = JSON.parse(stdout);
    expect(document).toMatchObject({
      suite: "anomaly",
      imageAuroc: 1,
      pixelAuroc: expect.any(Number),
      aupro: expect.any(Number),
      f1Max: 1,
      falseAlarms: { promised: 0.05, observed: expect.any(Number) },
      types: { burn: { imageAuroc: 1 } },
      measured: GOOD + BAD,
      seed: 7,
    });
    expect(document.pixelAuroc).toBeGreaterThan(0.9);
    expect(document.broken).toEqual([expect.objectContaining({ file: "test/burn/torn.png" })]);
    expect((await readdir(out)).sort()).toEqual(["record.json", "report.html"]);
    const page = await readFile(join(out, "report.html"), "utf8");
    expect(page).toContain("<svg");
    expect(page).not.toMatch(/(src|href)="https?:/);
  });

  it("goes on where it was killed, and measures the same", async () => {
    const killed = join(home.path, "killed");
    const child = home.start("eval", "anomaly", "--data", data, "--out", killed);
    for await (const told of child.stderr ?? []) if (/^\d+\/9 /m.test(String(told))) break;
    child.kill("SIGKILL");
    await once(child, "close");
    const measured = (await readFile(join(killed, ".run/journal.jsonl"), "utf8")).split("\n").length - 2;
    expect(measured).toBeGreaterThan(0);
    const { exitCode } = await anomaly("--json", "--out", killed);
    expect(exitCode).toBe(0);
    const { stdout } = await home.gumsa(
      "eval",
      "compare",
      join(out, "record.json"),
      join(killed, "record.json"),
      "--json",
    );
    const { common, isSameData, differences } = JSON.parse(stdout);
    expect([common, isSameData]).toEqual([GOOD + BAD, true]);
    const moved = differences.filter(({ name, difference }: { name: string; difference: number }) => {
      return name !== "pictureMs" && Math.abs(difference) > 1e-6;
    });
    expect(moved).toEqual([]);
  });

  it("says what it expected of a folder and what it found", async () => {
    const { exitCode, stderr, stdout } = await home.gumsa(
      "eval",
      "anomaly",
      "--data",
      join(data, "train"),
      "--json",
    );
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/error dataset_unreadable: .*expected train\/good.*found good\//);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: "dataset_unreadable" } });
  });

  it("refuses an option that the suite does not know, or a value that it cannot use", async () => {
    expect((await anomaly("--colour", "red")).exitCode).toBe(2);
    const { exitCode, stderr } = await anomaly("--split", "2");
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining("--split")]);
  });

  it("lists every suite with a line in the reader's language, however help is asked for", async () => {
    const { stdout } = await home.gumsa("help", "eval", "--lang", "ko");
    for (const { name, describes } of await loadSuites()) {
      expect(stdout).toMatch(new RegExp(`^ {2}${name} \\[options\\] +${describes.ko.slice(0, 12)}`, "m"));
    }
    expect((await home.gumsa("eval", "--help", "--lang", "ko")).stdout).toBe(stdout);
  });
});
