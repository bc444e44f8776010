import { once } from "node:events";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Inspection } from "../../src/domain/inspection.ts";
import { drawPart } from "./drawn/part.ts";
import { type Home, openHome, root } from "./testing/gumsa.ts";

const HOLE = "examples/casting/test/hole/01.jpg";
const GOOD = "examples/casting/test/good/03.jpg";

let home: Home;
beforeAll(async () => {
  home = await openHome();
});
afterAll(() => home[Symbol.asyncDispose]());

/** PNGs of good parts of one drawn product, in a folder. */
const drawParts = async (folder: string, count: number): Promise<string> => {
  await mkdir(folder, { recursive: true });
  for (let part = 0; part < count; part++) {
    const { rgb, widthPx, heightPx } = drawPart({ product: 7, part });
    await sharp(rgb, { raw: { width: widthPx, height: heightPx, channels: 3 } })
      .png()
      .toFile(join(folder, `${part}.png`));
  }
  return folder;
};

const inspectJson = async (...argv: string[]): Promise<Inspection> => {
  const { stdout, stderr, exitCode } = await home.gumsa("inspect", ...argv, "--json");
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
  return Inspection.parse(JSON.parse(stdout));
};

describe("the first inspection", () => {
  it("prepares the demo product, fails an obvious gas hole and writes a full report", async () => {
    const out = join(home.path, "first");
    const { stdout, stderr, exitCode } = await home.gumsa("inspect", HOLE, "--out", out, "--exit-code");
    expect(exitCode).toBe(10);
    expect(stderr).toContain("demo product");
    for (const heading of ["Status", "Causes", "Actions", "Prevention"]) expect(stdout).toContain(heading);
    expect((await readdir(out)).sort()).toEqual([
      "heat-map.png",
      "inspection.json",
      "overlay.png",
      "report.html",
      "side-by-side.png",
      "source.jpg",
    ]);
    expect(await readFile(join(out, "report.html"), "utf8")).not.toMatch(/(src|href)="https?:/);
    expect((await sharp(join(out, "overlay.png")).metadata()).width).toBe(512);
  });

  it("leaves a record that its own published schema accepts", async () => {
    const inspection = await inspectJson(HOLE);
    expect(inspection.verdict).toMatchObject({ kind: "fail", alpha: 0.05 });
    expect(inspection.regions[0]?.supportedBy).toContain("A1");
    const { x = 0, y = 0, width = 1, height = 1 } = inspection.regions[0] ?? {};
    const mask = sharp(join(root, "examples/casting/ground_truth/hole/01_mask.png"));
    const cut = await mask.extract({ left: x, top: y, width, height }).png().toBuffer();
    const { channels } = await sharp(cut).stats();
    expect(channels[0]?.mean).toBeGreaterThan(10);
    const { stdout } = await home.gumsa("schema", "inspection");
    expect(JSON.parse(stdout)).toMatchObject({
      type: "object",
      required: expect.arrayContaining(["verdict"]),
    });
  });

  it("says the same in Korean and in English", async () => {
    const korean = await inspectJson(HOLE, "--lang", "ko");
    const english = await inspectJson(HOLE, "--lang", "en");
    expect(korean.verdict).toEqual(english.verdict);
    expect(korean.report.language).toBe("ko");
    expect(korean.report.sections.status.map(({ evidence }) => evidence)).toEqual(
      english.report.sections.status.map(({ evidence }) => evidence),
    );
    expect(korean.report.sections.causes.some(({ text }) => text.includes("기공"))).toBe(true);
    expect([...korean.report.removed, ...english.report.removed]).toEqual([]);
  });

  it("passes a good part and consults no manual for it", async () => {
    const inspection = await inspectJson(GOOD);
    expect(inspection.verdict.kind).toBe("pass");
    expect(inspection.evidence.map(({ kind }) => kind)).not.toContain("manual");
    expect(Object.values(inspection.report.sections).every((section) => section.length > 0)).toBe(true);
  });

  it("reports on the capture alone when no product is wanted", async () => {
    const { verdict, readers, product } = await inspectJson(GOOD, "--no-product");
    expect({ product, kind: verdict.kind, status: readers.detectAnomaly?.status }).toEqual({
      product: null,
      kind: "review",
      status: "skipped",
    });
  });
});

describe("feedback", () => {
  const given = ["--worker", "Kim", "--action", "reworked", "--rating", "4", "--json"];

  it("is kept beside the inspection, and a confirmed defect becomes a case at once", async () => {
    const { id } = await inspectJson(HOLE);
    const confirmed = ["--verdict", "fail", "--type", "hole", "--as-case"];
    const { stdout } = await home.gumsa("feedback", id, ...given, ...confirmed);
    expect(JSON.parse(stdout)).toMatchObject({ worker: "Kim", rating: 4, caseId: "casting_hole_007" });
    const { evidence } = await inspectJson(HOLE);
    const [nearest] = evidence.filter((item) => item.kind === "similar");
    expect(nearest).toMatchObject({ caseId: "casting_hole_007", similarity: expect.closeTo(1, 2) });
    await home.gumsa("cases", "remove", "casting_hole_007");
  });

  it("makes no case of a part that was confirmed as good", async () => {
    const { id } = await inspectJson(GOOD);
    const { stderr, exitCode } = await home.gumsa("feedback", id, ...given, "--verdict", "pass", "--as-case");
    expect({ exitCode, stderr }).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("usage_invalid"),
    });
  });
});

describe("a product of one's own", () => {
  /** Cuts its memory bank's file off: the next inspection builds it anew. */
  const damageBankOf = async (product: string): Promise<void> => {
    const { bank } = JSON.parse((await home.gumsa("product", "show", product, "--json")).stdout);
    const hash = bank.version.slice("sha256:".length);
    const file = join(home.path, "store/blobs", hash.slice(0, 2), hash.slice(2));
    await writeFile(file, (await readFile(file)).subarray(0, 1000));
  };

  it("is added from 20 good pictures, inspected, its damaged bank built anew, shown and removed", async () => {
    const good = await drawParts(join(home.path, "plate"), 20);
    const manual = join(root, "manuals/casting-en.pdf");
    const added = await home.gumsa("product", "add", "plate", "--good", good, "--manual", manual, "--json");
    expect(JSON.parse(added.stdout)).toMatchObject({ references: 20, product: { id: "plate", alpha: 0.05 } });
    const { verdict } = await inspectJson(HOLE, "--product", "plate");
    expect(verdict.kind).not.toBe("pass");
    await damageBankOf("plate");
    expect((await inspectJson(HOLE, "--product", "plate")).verdict).toEqual(verdict);
    expect((await home.gumsa("product", "list")).stdout).toContain("plate");
    const found = await home.gumsa(
      "manuals",
      "search",
      "why do gas holes form",
      "--product",
      "plate",
      "--json",
    );
    expect(JSON.parse(found.stdout).passages[0]).toMatchObject({ document: "casting-en.pdf", page: 2 });
    expect((await home.gumsa("product", "remove", "plate")).exitCode).toBe(0);
    const gone = await home.gumsa("inspect", HOLE, "--product", "plate");
    expect(gone).toMatchObject({ exitCode: 1, stderr: expect.stringContaining("product_unknown") });
  });

  it("asks a person when too few good pictures can promise nothing", async () => {
    const good = await drawParts(join(home.path, "few"), 8);
    await home.gumsa("product", "add", "few", "--good", good);
    const { verdict, report } = await inspectJson(HOLE, "--product", "few");
    expect(verdict).toMatchObject({ kind: expect.stringMatching(/review|retake/) });
    if (verdict.kind === "review") {
      expect(report.sections.status.map(({ text }) => text).join(" ")).toMatch(/19 good pictures/);
    }
    await home.gumsa("product", "remove", "few");
  });

  it("leaves nothing behind when it is killed half way", async () => {
    const good = await drawParts(join(home.path, "killed"), 30);
    const child = home.start("product", "add", "killed", "--good", good);
    await Promise.race([once(child.stderr ?? child, "data"), once(child, "close")]);
    child.kill("SIGKILL");
    await once(child, "close");
    expect((await home.gumsa("product", "show", "killed")).stderr).toContain("product_unknown");
    expect(await home.gumsa("product", "add", "killed", "--good", good)).toMatchObject({ exitCode: 0 });
    await home.gumsa("product", "remove", "killed");
  });
});

describe("bad input ends in one clear error", () => {
  const cases: readonly [string, readonly string[], string, number][] = [
    ["a missing file", ["inspect", "nowhere.jpg"], "file_not_found", 1],
    ["a text file", ["inspect", "package.json"], "image_unreadable", 1],
    ["a folder without pictures", ["inspect", "manuals"], "folder_without_pictures", 1],
    ["an unknown product", ["inspect", HOLE, "--product", "nothing"], "product_unknown", 1],
    ["a product without a folder", ["product", "add", "board"], "usage_invalid", 2],
    ["a bad id", ["product", "add", "Bad Id", "--good", "examples/casting/train/good"], "usage_invalid", 2],
    ["an unknown command", ["inspekt"], "usage_invalid", 2],
    ["a picture for a manual", ["manuals", "add", HOLE, "--product", "casting"], "manual_unreadable", 1],
  ];
  it.each(cases)("%s", async (_name, argv, code, exitCode) => {
    const ended = await home.gumsa(...argv);
    expect(ended.stderr).toContain(code);
    expect(ended).toMatchObject({ exitCode, stdout: "" });
    expect(ended.stderr).not.toMatch(/\n\s+at /);
  });

  it("goes on past a broken picture in a folder", async () => {
    const folder = join(home.path, "mixed");
    await mkdir(folder);
    await writeFile(join(folder, "a.jpg"), (await readFile(join(root, HOLE))).subarray(0, 9000));
    await writeFile(join(folder, "b.jpg"), await readFile(join(root, HOLE)));
    const { stdout, exitCode } = await home.gumsa("inspect", folder, "--json");
    const [first, second] = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(exitCode).toBe(1);
    expect(first.error).toMatchObject({ code: "image_damaged" });
    expect(second.verdict.kind).toBe("fail");
  });
});

it("the doctor says what is there and what is missing", async () => {
  const { stdout, exitCode } = await home.gumsa("doctor", "--json");
  const checks: { name: string; state: string }[] = JSON.parse(stdout);
  expect(exitCode).toBe(0);
  expect(checks).toContainEqual(expect.objectContaining({ name: "feature network", state: "ok" }));
  expect(checks).toContainEqual(expect.objectContaining({ name: "ollama", state: "missing" }));
});
