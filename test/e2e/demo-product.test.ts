// How good the whole is on the demo product, with bounds that a regression would break.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import pMap from "p-map";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auroc } from "../../evals/metrics/auroc.ts";
import type { Inspection } from "../../src/domain/inspection.ts";
import { packageRoot } from "../../src/package-root.ts";
import { openInspector, type TemporaryInspector } from "./testing/inspector.ts";

const TYPES = ["hole", "burr", "scratch", "stain"] as const;
const folder = join(packageRoot(), "examples/casting/test");

let gumsa: TemporaryInspector;
const inspected: Record<string, Inspection[]> = {};

const inspectFolder = async (name: string): Promise<Inspection[]> =>
  pMap(
    (await readdir(join(folder, name))).sort(),
    async (fileName) => {
      const bytes = await readFile(join(folder, name, fileName));
      return gumsa.inspector.inspect({ images: [{ fileName, bytes }], product: "casting", language: "en" });
    },
    { concurrency: 2 },
  );

beforeAll(async () => {
  gumsa = await openInspector({ hasDemo: true });
  for (const name of ["good", ...TYPES]) inspected[name] = await inspectFolder(name);
});
afterAll(() => gumsa[Symbol.asyncDispose]());

const scoresOf = (name: string): number[] =>
  (inspected[name] ?? []).flatMap(({ verdict }) => verdict.distance ?? []);
const failedShare = (name: string): number => {
  const all = inspected[name] ?? [];
  return all.filter(({ verdict }) => verdict.kind === "fail").length / all.length;
};

const suspectedIn = ({ evidence }: Inspection): string | undefined =>
  evidence.find((item) => item.kind === "similarity")?.defectType;
/** The type of the case nearest the strongest region or spot. */
const nearestIn = ({ evidence }: Inspection): string | undefined =>
  evidence
    .filter((item) => item.kind === "similar")
    .find(({ asked, rank }) => asked !== "whole" && rank === 1)?.caseType;

describe("the demo product", () => {
  it("tells defects from good parts, and not all of them", () => {
    const areas = TYPES.map((type) => ({ type, area: auroc(scoresOf("good"), scoresOf(type)).value ?? 0 }));
    const overall = auroc(scoresOf("good"), TYPES.flatMap(scoresOf)).value ?? 0;
    console.log(
      `demo product: image AUROC ${overall.toFixed(3)} (${areas.map(({ type, area }) => `${type} ${area.toFixed(2)}`).join(", ")}); ` +
        `failed at alpha 0.05: ${TYPES.map((type) => `${type} ${failedShare(type)}`).join(", ")}, good ${failedShare("good")}`,
    );
    expect(overall).toBeGreaterThan(0.8);
    expect(overall).toBeLessThan(1);
    expect(failedShare("good")).toBeLessThanOrEqual(0.2);
  });

  it("suspects the right defect type oftener than chance, and sends few good parts to review", () => {
    const suspicious = TYPES.flatMap((type) =>
      (inspected[type] ?? [])
        .filter(({ verdict }) => verdict.kind === "fail" || verdict.kind === "review")
        .map((inspection) => ({ type, suspected: suspectedIn(inspection), nearest: nearestIn(inspection) })),
    );
    const decided = suspicious.filter(({ suspected }) => suspected !== undefined);
    const right = decided.filter(({ type, suspected }) => suspected === type).length;
    const nearest = suspicious.filter((part) => part.nearest === part.type).length;
    const reviewed = (inspected.good ?? []).filter(({ verdict }) => verdict.kind === "review").length;
    console.log(
      `demo product: ${suspicious.length} of 40 defective parts were suspicious; a type was suspected in ${decided.length} of them, ` +
        `rightly in ${right}; the nearest case was of the right type in ${nearest}; ${reviewed} of 20 good parts were sent to review`,
    );
    expect(right / decided.length).toBeGreaterThan(0.4);
    expect(reviewed).toBeLessThanOrEqual(5);
  });

  it("quotes the manual on the suspected type only", () => {
    for (const inspection of Object.values(inspected).flat()) {
      const quoted = inspection.evidence.flatMap((item) => (item.kind === "manual" ? [item.defectType] : []));
      const suspected = suspectedIn(inspection);
      if (suspected !== undefined) expect([...new Set(quoted)]).toEqual([suspected]);
    }
  });

  it("writes a whole report for every picture, of which the checker removes nothing", () => {
    const all = Object.values(inspected).flat();
    expect(all).toHaveLength(60);
    for (const { report } of all) {
      expect(report.removed).toEqual([]);
      expect(Object.values(report.sections).every((sentences) => sentences.length > 0)).toBe(true);
    }
  });

  it("grades clean captures of the product as usable", () => {
    const grades = (inspected.good ?? []).map(({ capture }) => capture.grade);
    expect(grades.filter((grade) => grade === "usable").length).toBeGreaterThanOrEqual(18);
  });
});
