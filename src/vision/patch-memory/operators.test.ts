import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createBench } from "../../inference/bench.ts";
import { createModelStore } from "../../inference/model-store.ts";
import { packageRoot } from "../../package-root.ts";
import { mapDistances } from "./distance-map.ts";
import { DistanceRows } from "./distance-rows.ts";
import { operatorsOf } from "./extract-patches.ts";
import { kCenter } from "./k-center.ts";
import { indicesUpTo, nearestToMean } from "./union.ts";

const reference: Record<"fine" | "coarse" | "bank" | "patches" | "nearest" | "map" | "kCenter", number[]> =
  JSON.parse(readFileSync(join(packageRoot(), "test/reference/patch-memory.json"), "utf8"));
const operators = operatorsOf(createModelStore(join(packageRoot(), "models")));
const bench = createBench();
const floats = (numbers: number[]) => Float32Array.from(numbers);
const patches = { data: floats(reference.patches), dims: [48, 8] };

describe("the operators of the patch memory, against torch and numpy", () => {
  it("pools, up-samples and joins two levels", async () => {
    const session = await bench.session(operators.patches);
    const joined = await session.run({
      fine: { data: floats(reference.fine), dims: [1, 3, 6, 8] },
      coarse: { data: floats(reference.coarse), dims: [1, 5, 3, 4] },
    });
    expect(joined.patches?.dims).toEqual([48, 8]);
    expectClose(joined.patches?.data, reference.patches);
  });

  it("finds the distance to the nearest vector of the bank", async () => {
    const session = await bench.session(operators.nearest);
    const { distances } = await session.run({
      a: patches,
      b: { data: floats(reference.bank), dims: [7, 8] },
    });
    expectClose(distances?.data, reference.nearest);
  });

  it("up-samples and blurs the distances", async () => {
    const bank = { data: floats(reference.bank), dims: [7, 8] };
    const map = await mapDistances({ rows: 6, columns: 8, patches }, bank, { operators, bench });
    expect([map.rows, map.columns]).toEqual([12, 16]);
    expectClose(map.distances, reference.map);
    expect(map.maximum).toBeCloseTo(Math.max(...reference.map), 5);
  });

  it("chooses centres by farthest-first traversal from the patch nearest the mean", async () => {
    const rows = await DistanceRows.over(patches, operators.pairwise, bench);
    const points = indicesUpTo(48);
    const chosen = await kCenter({ points, start: nearestToMean(patches, points), count: 12, rows });
    expect([...chosen]).toEqual(reference.kCenter);
  });
});

const expectClose = (actual: Float32Array | undefined, expected: readonly number[]): void => {
  expect(actual?.length).toBe(expected.length);
  const worst = Math.max(...expected.map((value, i) => Math.abs(value - (actual?.[i] ?? Number.NaN))));
  expect(worst).toBeLessThan(1e-4);
};
