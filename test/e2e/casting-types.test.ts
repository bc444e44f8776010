// The demo product as it ships: which defect type do its known cases suggest for the test pictures?
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pMap from "p-map";
import { afterAll, beforeAll, expect, it } from "vitest";
import { loadConfig } from "../../src/config.ts";
import type { Inspection } from "../../src/domain/inspection.ts";
import { createInspector, type Inspector } from "../../src/inspector.ts";
import { createLog } from "../../src/log.ts";
import { packageRoot } from "../../src/package-root.ts";

const TYPES = ["hole", "burr", "scratch", "stain"] as const;
const pictures = join(packageRoot(), "examples", "casting", "test");

let home = "";
let inspector: Inspector;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "gumsa-casting-types-"));
  inspector = await createInspector(loadConfig({ GUMSA_HOME: home }), { log: createLog("silent") });
  await inspector.products.addDemo();
});
afterAll(async () => {
  await inspector[Symbol.asyncDispose]();
  await rm(home, { recursive: true });
});

const inspectAll = async (type: string): Promise<Inspection[]> =>
  pMap(
    (await readdir(join(pictures, type))).sort(),
    async (fileName) =>
      inspector.inspect({ images: [{ fileName, bytes: await readFile(join(pictures, type, fileName)) }] }),
    { concurrency: 2 },
  );

const suspectedIn = ({ evidence }: Inspection): string | undefined =>
  evidence.find((item) => item.kind === "similarity")?.defectType;

const nearestIn = ({ evidence }: Inspection): string | undefined => {
  const found = evidence.filter((item) => item.kind === "similar").filter(({ rank }) => rank === 1);
  return found.find(({ asked }) => asked === 1 || asked === "spot")?.caseType;
};

it("suggests the right type oftener than chance, and sends few good parts to review", async () => {
  const counts = { suspicious: 0, decided: 0, right: 0, nearest: 0 };
  for (const type of TYPES) {
    for (const inspection of await inspectAll(type)) {
      const { kind } = inspection.verdict;
      if (kind !== "fail" && kind !== "review") continue;
      const suspected = suspectedIn(inspection);
      counts.suspicious += 1;
      counts.decided += Number(suspected !== undefined);
      counts.right += Number(suspected === type);
      counts.nearest += Number(nearestIn(inspection) === type);
    }
  }
  const good = (await inspectAll("good")).map(({ verdict }) => verdict.kind);
  const reviewed = good.filter((kind) => kind === "review").length;
  const failed = good.filter((kind) => kind === "fail").length;
  console.log(
    `demo product: of ${counts.suspicious} suspicious of 40 defective parts the type was suspected in ${counts.decided}, ` +
      `rightly in ${counts.right}; the nearest case was of the right type in ${counts.nearest}; ` +
      `of ${good.length} good parts ${failed} failed and ${reviewed} were sent to review`,
  );
  expect(counts.right / counts.decided).toBeGreaterThan(0.35);
  expect(reviewed / good.length).toBeLessThan(0.3);
});
