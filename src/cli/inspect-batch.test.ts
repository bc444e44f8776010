import { appendFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { GumsaError } from "../errors.ts";
import type { Inspector } from "../inspector.ts";
import { commandLine, temporaryFolder } from "./testing/command-line.ts";
import { fakeInspector, sampleInspection } from "./testing/fake-inspector.ts";

/** Counts what it inspects; a picture takes as many milliseconds as its bytes say. */
const countingInspector = (changes: Partial<Inspector> = {}) => {
  const seen: string[] = [];
  let [atOnce, most] = [0, 0];
  const inspect: Inspector["inspect"] = async ({ images }) => {
    const fileName = images[0]?.fileName ?? "";
    const number = seen.push(fileName);
    most = Math.max(most, ++atOnce);
    await wait(Number(new TextDecoder().decode(images[0]?.bytes)));
    atOnce--;
    const [view] = sampleInspection().images;
    if (!view) throw new Error("the sample has a picture");
    const id = `insp_${String(number).padStart(20, "0")}`;
    return { ...sampleInspection(number === 1 ? "fail" : "pass"), id, images: [{ ...view, fileName }] };
  };
  return { inspector: fakeInspector({ inspect, ...changes }), seen, mostAtOnce: () => most };
};

const folderOf = (times: readonly number[]) => {
  const folder = temporaryFolder();
  for (const [index, ms] of times.entries())
    writeFileSync(join(folder.path, `${index}.png`), `${ms}.0${index}`);
  return folder;
};

const filesTold = (stdout: string): string[] =>
  stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line).images[0].fileName);

describe("gumsa inspect of a folder", () => {
  it("works on as many pictures as there are workers and tells them in the order of the files", async () => {
    using folder = folderOf([60, 5, 5, 30, 5]);
    const { inspector, mostAtOnce } = countingInspector();
    const { stdout } = await commandLine(["inspect", folder.path, "--json"], { inspector });
    expect(filesTold(stdout)).toEqual(["0.png", "1.png", "2.png", "3.png", "4.png"]);
    expect(mostAtOnce()).toBe(2);
  });

  it("says how far it is, the time left, and a summary beside the documents", async () => {
    using folder = folderOf([1, 1]);
    const { inspector } = countingInspector();
    const { stderr } = await commandLine(["inspect", folder.path, "--json"], { inspector });
    const lines = stderr.trimEnd().split("\n");
    expect(lines).toContain(`1/2 ${join(folder.path, "0.png")}  time left 0:00`);
    expect(lines.at(-1)).toMatch(/^2 pictures; pass 1, fail 1; \d+\.\d\d s a picture$/);
  });

  it("puts the summary below the reports where a person reads", async () => {
    using folder = folderOf([1, 1]);
    writeFileSync(join(folder.path, "9.png"), "damaged");
    using out = temporaryFolder();
    const { stdout, exitCode } = await commandLine(["inspect", folder.path, "--out", join(out.path, "r")]);
    expect(stdout.trimEnd().split("\n").at(-1)).toMatch(/^3 pictures; pass 2; could not be inspected 1; /);
    expect(exitCode).toBe(1);
  });

  it("ends where no picture could be inspected: the product is not there", async () => {
    using folder = folderOf([1, 1, 1]);
    const inspect: Inspector["inspect"] = async () => {
      throw new GumsaError("product_unknown", "There is no product nut.");
    };
    const { exitCode, stdout } = await commandLine(["inspect", folder.path, "--json"], {
      inspector: fakeInspector({ inspect }),
    });
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: "product_unknown" } });
  });
});

describe("a second run with the same folder of results", () => {
  const run = async (argv: readonly string[], changes: Partial<Inspector> = {}) => {
    const { inspector, seen } = countingInspector(changes);
    const ended = await commandLine([...argv, "--json"], { inspector });
    return { ...ended, seen };
  };

  it("inspects only what is new, and tells the others as they were", async () => {
    using folder = folderOf([1, 1, 1]);
    using out = temporaryFolder();
    const argv = ["inspect", folder.path, "--out", out.path, "--exit-code"];
    const first = await run(argv);
    expect(first.seen).toHaveLength(3);
    writeFileSync(join(folder.path, "new.png"), "7");
    const second = await run(argv);
    expect(second.seen).toEqual(["new.png"]);
    expect(filesTold(second.stdout)).toEqual(["0.png", "1.png", "2.png", "new.png"]);
    expect(second.stderr).toContain("already there 3");
    expect(second.exitCode).toBe(first.exitCode);
  });

  it("inspects again what is asked otherwise: product, bank, language, writer", async () => {
    using folder = folderOf([1, 1]);
    using out = temporaryFolder();
    const argv = ["inspect", folder.path, "--out", out.path];
    await run(argv);
    const { products } = fakeInspector();
    const bank = {
      version: "bank-2",
      model: "m",
      modelSha256: "0".repeat(64),
      inputLongEdgePx: 64,
      leftOutScores: [],
    };
    const rebuilt = { ...products, show: async (id: string) => ({ ...(await products.show(id)), bank }) };
    expect((await run(argv, { products: rebuilt })).seen).toHaveLength(2);
    expect((await run([...argv, "--no-product"])).seen).toHaveLength(2);
    expect((await run([...argv, "--lang", "ko"])).seen).toHaveLength(2);
    expect((await run([...argv, "--writer", "qwen2.5vl:3b"])).seen).toHaveLength(2);
    expect((await run(argv)).seen).toHaveLength(0);
  });

  it("inspects again what was not finished: a result that is gone, a line that was cut off", async () => {
    using folder = folderOf([1, 1]);
    using out = temporaryFolder();
    const argv = ["inspect", folder.path, "--out", out.path];
    await run(argv);
    appendFileSync(join(out.path, ".gumsa-done.jsonl"), '\n{"key":"cut');
    const [result = ""] = readdirSync(out.path).filter((name) => name.startsWith("insp_"));
    rmSync(join(out.path, result), { recursive: true });
    expect((await run(argv)).seen).toHaveLength(1);
    expect((await run(argv)).seen).toHaveLength(0);
  });
});
