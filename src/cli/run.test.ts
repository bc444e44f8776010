import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Case } from "../domain/case.ts";
import { Inspection } from "../domain/inspection.ts";
import { GumsaError } from "../errors.ts";
import type { Inspector, ProductInput } from "../inspector.ts";
import { OUTPUT_CLOSED } from "./io.ts";
import { commandLine, temporaryFolder } from "./testing/command-line.ts";
import { fakeInspector, sampleInspection } from "./testing/fake-inspector.ts";

/** A folder of pictures whose content is what becomes of them. */
const picturesOf = (contents: readonly string[]) => {
  const folder = temporaryFolder();
  for (const [index, content] of contents.entries())
    writeFileSync(join(folder.path, `${index}.png`), content);
  return folder;
};

const documentsOf = (stdout: string): unknown[] =>
  stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

describe("gumsa help", () => {
  it("says of a command within a command what --help says", async () => {
    const { exitCode, stdout } = await commandLine(["help", "product", "add"]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain("gumsa product add [options] <id>");
    expect((await commandLine(["product", "add", "--help"])).stdout).toBe(stdout);
  });
});

describe("gumsa inspect", () => {
  it("prints the report and writes the folder", async () => {
    using folder = picturesOf(["fail"]);
    const out = join(folder.path, "out");
    const { exitCode, stdout, stderr } = await commandLine([
      "inspect",
      join(folder.path, "0.png"),
      "--out",
      out,
    ]);
    expect(exitCode).toBe(0);
    expect(stdout).toBe(`verdict: fail\nWritten to ${join(out, "report.html")}\n`);
    expect(stderr).toBe("product: board (none was named)\n");
    const names = ["inspection.json", "overlay.png", "report.html", "side-by-side.png", "source.jpg"];
    expect(readdirSync(out).sort()).toEqual(names);
  });

  it("prints exactly one valid document with --json and writes nothing", async () => {
    using folder = picturesOf(["pass"]);
    const results = () => (existsSync("gumsa-out") ? readdirSync("gumsa-out") : []);
    const before = results();
    const { stdout } = await commandLine(["inspect", join(folder.path, "0.png"), "--json"]);
    expect(documentsOf(stdout).map((document) => Inspection.parse(document))).toEqual([sampleInspection()]);
    expect(results()).toEqual(before);
  });

  it("goes on after a broken picture and ends with 1", async () => {
    using folder = picturesOf(["pass", "damaged", "bug", "retake"]);
    const { exitCode, stdout } = await commandLine(["inspect", folder.path, "--json", "--exit-code"]);
    expect(exitCode).toBe(1);
    const damaged = { code: "image_damaged", message: "The picture is damaged.", hint: "again" };
    expect(documentsOf(stdout)).toMatchObject([
      { verdict: { kind: "pass" } },
      { error: { ...damaged, file: join(folder.path, "1.png") } },
      { error: { code: "internal" } },
      { verdict: { kind: "retake" } },
    ]);
  });

  it("reports a missing file among several, and alone", async () => {
    using folder = picturesOf(["pass"]);
    const missing = join(folder.path, "missing.png");
    const several = await commandLine(["inspect", missing, join(folder.path, "0.png"), "--json"]);
    expect(documentsOf(several.stdout)).toMatchObject([
      { error: { code: "file_not_found" } },
      { verdict: {} },
    ]);
    const alone = await commandLine(["inspect", missing]);
    expect(alone.exitCode).toBe(1);
    expect(alone.stderr).toBe(`error file_not_found: ${missing} is not there.\nhint: check the path\n`);
  });

  it("ends with the worst verdict where that is asked for", async () => {
    using folder = picturesOf(["pass", "review", "retake"]);
    expect(await commandLine(["inspect", folder.path, "--json"])).toMatchObject({ exitCode: 0 });
    expect(await commandLine(["inspect", folder.path, "--json", "--exit-code"])).toMatchObject({
      exitCode: 11,
    });
  });

  it("builds the demo product when there is none, saying so", async () => {
    using folder = picturesOf(["pass"]);
    const products = { ...fakeInspector().products, list: async () => [] };
    const inspector = fakeInspector({ products });
    const { stderr } = await commandLine(["inspect", folder.path, "--json"], { inspector });
    expect(stderr).toContain("building the memory bank of the demo product once");
  });

  it("refuses a result folder that cannot be made, after the verdict", async () => {
    using folder = picturesOf(["pass"]);
    const picture = join(folder.path, "0.png");
    const { exitCode, stdout, stderr } = await commandLine(["inspect", picture, "--out", picture]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "verdict: pass\n" });
    expect(stderr).toContain("cannot be written (EEXIST)");
  });
});

describe("gumsa product", () => {
  it("hands every good picture over, to be read later", async () => {
    using folder = picturesOf(["pass", "pass"]);
    const added: unknown[] = [];
    const { products } = fakeInspector();
    const add: typeof products.add = async (input) => {
      added.push({ ...input, good: await Promise.all(input.good.map(({ read }) => read())) });
      return products.show("board");
    };
    const inspector = fakeInspector({ products: { ...products, add } });
    const argv = ["product", "add", "board", "--good", folder.path, "--alpha", "0.1", "--name-ko", "기판"];
    const { exitCode } = await commandLine(argv, { inspector });
    expect(exitCode).toBe(0);
    const good = [Buffer.from("pass"), Buffer.from("pass")];
    expect(added).toEqual([
      { id: "board", alpha: 0.1, names: { ko: "기판", en: "기판" }, manuals: [], good },
    ]);
  });

  it("shows, lists and removes, as text and as JSON", async () => {
    expect((await commandLine(["product", "show", "board"])).stdout).toContain("good pictures: 30");
    expect((await commandLine(["product", "list", "--lang", "ko"])).stdout).toBe("board  기판\n");
    const removed = await commandLine(["product", "remove", "board", "--json"]);
    expect(documentsOf(removed.stdout)).toEqual([{ removed: "board" }]);
  });
});

describe("gumsa feedback", () => {
  const given = [
    "feedback",
    sampleInspection().id,
    "--worker",
    "Kim",
    "--action",
    "reworked",
    "--rating",
    "4",
  ];

  it("records what was said, as text and as JSON", async () => {
    const recorded = `The feedback on ${sampleInspection().id} is recorded.\n`;
    expect(await commandLine(given)).toMatchObject({ exitCode: 0, stdout: recorded });
    const { stdout } = await commandLine([...given, "--verdict", "fail", "--type", "hole", "--json"]);
    expect(documentsOf(stdout)).toMatchObject([{ worker: "Kim", rating: 4, verdict: "fail", type: "hole" }]);
  });
});

describe("gumsa report", () => {
  const { id } = sampleInspection();

  it("writes a file in the language that was asked for, and says where", async () => {
    using folder = picturesOf([]);
    const file = join(folder.path, "report.pdf");
    const { stdout } = await commandLine(["report", id, "--lang", "ko", "--out", file]);
    expect(stdout).toBe(`저장한 파일: ${file}\n`);
    expect(readFileSync(file, "utf8")).toBe("pdf ko");
  });

  it("keeps the report's own language, and prints text to standard output", async () => {
    expect((await commandLine(["report", id, "--format", "md"])).stdout).toBe("md en");
  });
});

describe("gumsa cases", () => {
  const known: Case = {
    id: "board_open_001",
    product: "board",
    view: "front",
    type: "open",
    image: {
      id: `sha256:${"0".repeat(64)}`,
      widthPx: 64,
      heightPx: 64,
      format: "png",
      sizeBytes: 9,
      frames: 1,
    },
    box: { x: 1, y: 2, width: 3, height: 4 },
    fileName: "a.png",
    addedAt: "2026-01-02T03:04:05.678Z",
  };
  const withCases = (changes: Partial<Inspector["cases"]>): Inspector =>
    fakeInspector({ cases: { ...fakeInspector().cases, ...changes } });

  it("hands pictures over with their type and box", async () => {
    const added: unknown[] = [];
    const add: Inspector["cases"]["add"] = async (product, cases) => {
      added.push(product, ...cases.map(({ read: _, ...described }) => described));
      return [known];
    };
    const argv = ["cases", "add", "board", "open", "x/a.png", "--box", "1,2,3,4", "--view", "top"];
    const { stdout } = await commandLine(argv, { inspector: withCases({ add }) });
    expect(stdout).toBe("board_open_001  a.png  1,2,3,4\n");
    const box = { x: 1, y: 2, width: 3, height: 4 };
    expect(added).toEqual(["board", { fileName: "a.png", type: "open", view: "top", box }]);
  });

  it("lists and removes, as text and as JSON", async () => {
    const inspector = withCases({ list: async () => [known], remove: async () => known });
    expect((await commandLine(["cases", "list"], { inspector })).stdout).toContain("board_open_001");
    expect(
      documentsOf((await commandLine(["cases", "list", "board", "--json"], { inspector })).stdout),
    ).toEqual([[known]]);
    expect((await commandLine(["cases", "remove", known.id], { inspector })).stdout).toContain("is removed");
    expect(await commandLine(["cases", "remove", known.id])).toMatchObject({ exitCode: 1 });
  });

  it("takes a folder of types with masks beside it, and makes the types where none are described", async () => {
    using folder = temporaryFolder();
    const at = (...path: readonly string[]) => join(folder.path, ...path);
    for (const name of ["good", "known/open", "known/short", "known_ground_truth/open"]) {
      mkdirSync(at(name), { recursive: true });
    }
    const files = ["good/1.png", "known/open/1.png", "known/open/2.png", "known/short/1.png"];
    for (const name of [...files, "known_ground_truth/open/2_mask.png"]) writeFileSync(at(name), name);
    const inputs: ProductInput[] = [];
    const { products } = fakeInspector();
    const add: typeof products.add = async (input) => {
      inputs.push(input);
      return products.show("board");
    };
    const inspector = fakeInspector({ products: { ...products, add } });
    const argv = ["product", "add", "board", "--good", at("good"), "--cases", at("known")];
    expect(await commandLine(argv, { inspector })).toMatchObject({ exitCode: 0 });
    const [input] = inputs;
    expect(input?.types?.map(({ code }) => code)).toEqual(["open", "short"]);
    const read = await Promise.all(
      (input?.cases ?? []).map(async ({ type, fileName, readMask }) => {
        return [type, fileName, readMask && Buffer.from(await readMask()).toString()];
      }),
    );
    expect(read).toEqual([
      ["open", "1.png", undefined],
      ["open", "2.png", "known_ground_truth/open/2_mask.png"],
      ["short", "1.png", undefined],
    ]);
  });

  it("says what a folder of cases must look like", async () => {
    using folder = picturesOf(["pass"]);
    const argv = ["product", "add", "board", "--good", folder.path, "--cases", folder.path];
    expect((await commandLine(argv)).stderr).toContain("holds no folder that is named like a defect type");
  });
});

describe("bad usage", () => {
  it.each([
    [["inspect"]],
    [["unknown"]],
    [["inspect", "a.png", "--unknown"]],
    [["inspect", "a.png", "--lang", "fr"]],
    [["product", "add", "board"]],
    [["product", "add", "board", "--good", ".", "--alpha", "0.6"]],
    [["feedback", "insp_0", "--worker", "Kim", "--action", "reworked"]],
    [["feedback", "insp_0", "--worker", "Kim", "--action", "reworked", "--rating", "6"]],
    [["feedback", "insp_0", "--worker", "Kim", "--action", "reworked", "--rating", "1", "--verdict", "ok"]],
    [["cases", "add", "board", "open", "a.png", "--box", "1,2,3"]],
    [["cases", "add", "board", "open", "a.png", "--box", "1,2,3,0"]],
    [["manuals", "search", "pores", "--limit", "0"]],
    [["schema", "unknown"]],
  ])("%j ends with 2 and is told as JSON too", async (argv) => {
    const { exitCode, stdout, stderr } = await commandLine([...argv, "--json"]);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^error usage_invalid: \S.*\nhint: gumsa/);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: "usage_invalid" } });
  });

  it("shows the help where a command is missing", async () => {
    expect(await commandLine([])).toMatchObject({ exitCode: 2, stdout: "" });
    expect((await commandLine(["product", "--lang", "ko"])).stderr).toContain("사용법:");
  });

  it("names every bad setting", async () => {
    const { exitCode, stderr } = await commandLine(["doctor"], { environment: { GUMSA_WORKERS: "many" } });
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^error config_invalid: .*GUMSA_WORKERS=many/);
  });
});

describe("other ends", () => {
  it("prints help and version on standard output", async () => {
    expect((await commandLine(["--version"])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    const { exitCode, stdout } = await commandLine(["inspect", "--help"]);
    expect(exitCode).toBe(0);
    expect(stdout.replaceAll(/\s+/g, " ")).toContain("10 fail, 11 review, 12 retake");
    expect(stdout).toContain("--lang");
  });

  it("keeps a fault's detail out of sight", async () => {
    using folder = picturesOf(["bug"]);
    const { exitCode, stderr } = await commandLine(["inspect", join(folder.path, "0.png")]);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^error internal: a fault in Gumsa itself \([0-9a-f]{8}\)\nhint: /);
    expect(stderr).not.toContain("secret detail");
  });

  it("ends with 130 after Ctrl-C and quietly with 141 when nobody reads any more", async () => {
    const doctor = async () => {
      throw new GumsaError("cancelled", "The work was cancelled.");
    };
    const inspector = fakeInspector({ doctor });
    const interrupted = await commandLine(["doctor"], {
      inspector,
      signal: AbortSignal.abort("interrupted"),
    });
    expect(interrupted).toMatchObject({ exitCode: 130, stderr: expect.stringMatching(/^error cancelled: /) });
    const closed = await commandLine(["doctor"], { inspector, signal: AbortSignal.abort(OUTPUT_CLOSED) });
    expect(closed).toEqual({ exitCode: 141, stdout: "", stderr: "" });
  });

  it("ends with 1 when the doctor finds something broken, not when something is missing", async () => {
    const finding = (state: "missing" | "broken") =>
      fakeInspector({
        doctor: async () => [{ name: "ollama", state, detail: "no server", hint: "start it" }],
      });
    const missing = await commandLine(["doctor"], { inspector: finding("missing") });
    expect(missing).toMatchObject({
      exitCode: 0,
      stdout: "[missing] ollama: no server\n    hint: start it\n",
    });
    expect(await commandLine(["doctor"], { inspector: finding("broken") })).toMatchObject({ exitCode: 1 });
  });

  it("prints a JSON Schema in the draft of 2020-12, and the names of all", async () => {
    const { stdout } = await commandLine(["schema", "inspection"]);
    expect(JSON.parse(stdout)).toMatchObject({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      required: expect.arrayContaining(["id", "verdict", "report"]),
    });
    expect((await commandLine(["schema"])).stdout).toBe("inspection\ntypes\n");
  });
});
