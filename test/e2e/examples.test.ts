// The programs in examples/, each run once as a reader would run it, over one prepared store.
import { execFile } from "node:child_process";
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startService } from "../../src/api/serve.ts";
import { loadConfig } from "../../src/config.ts";
import { createInspector, type Inspector } from "../../src/inspector.ts";
import { createLog } from "../../src/log.ts";
import { type Home, openHome, root } from "./testing/gumsa.ts";

const HOLE = "examples/casting/test/hole/01.jpg";
const run = promisify(execFile);

let home: Home;
let inspector: Inspector;
let service: Awaited<ReturnType<typeof startService>>;
beforeAll(async () => {
  home = await openHome({ hasDemo: true });
  const log = createLog("error");
  inspector = await createInspector(loadConfig({ GUMSA_HOME: join(home.path, "store") }), { log });
  const limits = { bodyBytes: 1e6, requestTimeoutMs: 60_000 };
  service = await startService({ inspector, log, limits, hostname: "127.0.0.1", port: 0 });
});
afterAll(async () => {
  await service[Symbol.asyncDispose]();
  await inspector[Symbol.asyncDispose]();
  await home[Symbol.asyncDispose]();
});

const example = async (file: string, ...args: string[]): Promise<string> => {
  const env = {
    PATH: process.env.PATH,
    LANG: "C",
    GUMSA_HOME: join(home.path, "store"),
    GUMSA_URL: service.url,
    GUMSA_COMMAND: `${process.execPath} dist/src/cli/gumsa.js mcp`,
  };
  const path = join("examples", file);
  const [command, ...words] = file.endsWith(".sh") ? [path] : [process.execPath, "--import", "tsx", path];
  const { stdout } = await run(command ?? "", [...words, ...args], { cwd: root, env });
  return stdout;
};

describe("an example", () => {
  it("sends a picture with curl and fetches the overlay", async () => {
    const overlay = join(home.path, "overlay.png");
    expect(await example("http.sh", HOLE, overlay)).toMatch(/^insp_\w{20}: fail, p-value 0\.03/);
    expect((await readFile(overlay)).subarray(1, 4).toString()).toBe("PNG");
  });

  it("speaks to `gumsa mcp` as another agent would", async () => {
    const said = await example("mcp-client.ts", HOLE);
    expect(said).toContain("inspect_image, ask_inspection, find_similar_defects");
    expect(said).toMatch(/insp_\w{20}: fail\n.+/);
  });

  it("lets a LangGraph agent act on a verdict", async () => {
    expect(await example("langchain-agent.ts", HOLE)).toMatch(/^Stop the belt: .*fail/);
  });

  it("reads a report with the openai package and asks on", async () => {
    const said = await example("openai-client.ts", HOLE);
    expect(said).toContain("gumsa, gumsa:casting");
    const [report = "", answer = ""] = said.split(/(?<=## Prevention[\s\S]*?\n\n)/);
    expect(report).toContain("# Inspection report: fail");
    expect(answer.trim()).not.toBe("");
  });

  it("inspects a folder, the suspicious ones first", async () => {
    const folder = join(home.path, "batch");
    await mkdir(folder);
    await cp(join(root, "examples/casting/test/good/03.jpg"), join(folder, "good.jpg"));
    await cp(join(root, HOLE), join(folder, "hole.jpg"));
    await writeFile(join(folder, "torn.jpg"), "no picture");
    const rows = (await example("batch-folder.ts", folder)).trim().split("\n");
    expect(rows.map((row) => row.split("\t").slice(0, 2))).toEqual([
      ["hole.jpg", "fail"],
      ["good.jpg", "pass"],
      ["torn.jpg", "image_unreadable"],
    ]);
  });
});
