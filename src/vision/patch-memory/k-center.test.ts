import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createBench } from "../../inference/bench.ts";
import { createModelStore } from "../../inference/model-store.ts";
import { packageRoot } from "../../package-root.ts";
import { DistanceRows } from "./distance-rows.ts";
import { operatorsOf } from "./extract-patches.ts";
import { kCenter } from "./k-center.ts";
import { indicesUpTo } from "./union.ts";

const { pairwise } = operatorsOf(createModelStore(join(packageRoot(), "models")));
const bench = createBench();

/** Clusters of unequal size and spread, so that guesses about the next centre are often wrong. */
const clustered = (count: number, dimensions: number) => {
  let state = 20_011;
  const next = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647 - 0.5;
  };
  const middles = Array.from({ length: 7 }, () => Float32Array.from({ length: dimensions }, next));
  const data = new Float32Array(count * dimensions);
  for (let i = 0; i < count; i++) {
    const middle = middles[Math.floor((next() + 0.5) ** 2 * 7)];
    for (let j = 0; j < dimensions; j++) data[i * dimensions + j] = (middle?.[j] ?? 0) + 0.3 * next();
  }
  return { data, dims: [count, dimensions] };
};

const table = clustered(1500, 24);

describe("greedy k-center", () => {
  it("chooses as it does without guessing which rows come next", async () => {
    const ahead = await DistanceRows.over(table, pairwise, bench);
    const alone = await DistanceRows.over(table, pairwise, bench);
    const points = indicesUpTo(1500).filter((point) => point % 11 !== 3);
    const problem = { points, start: 40, count: 200 };
    const chosen = await kCenter({ ...problem, rows: ahead });
    expect(chosen).toEqual(await kCenter({ ...problem, rows: { of: (index) => alone.of(index) } }));
    expect(new Set(chosen).size).toBe(200);
  });

  it("chooses the same again from rows that another selection left behind", async () => {
    const [used, fresh] = await Promise.all([
      DistanceRows.over(table, pairwise, bench),
      DistanceRows.over(table, pairwise, bench),
    ]);
    const points = indicesUpTo(1500);
    await kCenter({ points: points.slice(300), start: 700, count: 300, rows: used });
    const problem = { points, start: 5, count: 300 };
    expect(await kCenter({ ...problem, rows: used })).toEqual(await kCenter({ ...problem, rows: fresh }));
  });

  it("covers all points where more are asked for than there are", async () => {
    const rows = await DistanceRows.over(table, pairwise, bench);
    const chosen = await kCenter({ points: Int32Array.of(3, 5, 900), start: 5, count: 10, rows });
    expect([...chosen].toSorted((a, b) => a - b)).toEqual([3, 5, 900]);
  });
});

describe("the rows of distances", () => {
  it("are the same to the last bit, whatever they were computed beside", async () => {
    const [alone, beside] = await Promise.all([
      DistanceRows.over(table, pairwise, bench),
      DistanceRows.over(table, pairwise, bench),
    ]);
    await beside.of(1, () => indicesUpTo(1500));
    expect(await beside.of(40)).toEqual(await alone.of(40));
  });

  it("agree with the definition", async () => {
    const row = await (await DistanceRows.over(table, pairwise, bench)).of(17);
    const square = (i: number) =>
      Array.from({ length: 24 }, (_, j) => (table.data[17 * 24 + j]! - table.data[i * 24 + j]!) ** 2).reduce(
        (a, b) => a + b,
      );
    for (const i of [0, 3, 17, 900, 1499]) expect(row[i]).toBeCloseTo(square(i), 4);
  });
});
