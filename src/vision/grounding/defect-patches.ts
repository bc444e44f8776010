// What a known defect looks like, patch by patch: of the patches in its box those that are far from every good one.
// A box holds sound ground too, which would make every good part look like that defect.
import { defineJob } from "../../inference/job.ts";
import type { FeatureModel } from "../../inference/model-store.ts";
import type { Tensor } from "../../inference/session.ts";
import type { Box } from "../../domain/region.ts";
import { extractPatches, type Operators, type PatchGrid } from "../patch-memory/extract-patches.ts";
import { selectRows } from "../patch-memory/union.ts";
import type { Picture } from "../picture.ts";
import { type BankFile, readBank } from "../similarity/embed.ts";

/** Of the largest distance in the box. */
const FAR_SHARE = 0.6;
const MOST_PATCHES = 48;

/** `box` in pixels of `input`. */
export const cutDefectPatches = defineJob(
  import.meta.url,
  "cutDefectPatches",
  async (
    task: { input: Picture; box: Box; model: FeatureModel; operators: Operators; bank: BankFile },
    bench,
  ): Promise<Tensor> => {
    const grid = await extractPatches(task.input, task, bench);
    const inBox = selectRows(grid.patches, indicesIn(task.box, grid, task.input));
    const nearest = await bench.session(task.operators.nearest);
    const { distances } = await nearest.run({ a: inBox, b: (await readBank(task.bank, bench)).vectors });
    return selectRows(inBox, farthest(distances?.data ?? new Float32Array()));
  },
);

/** The patches whose middle lies in the box, or the one in its middle. */
const indicesIn = (
  { x, y, width, height }: Box,
  { rows, columns }: PatchGrid,
  { widthPx, heightPx }: Picture,
): Int32Array => {
  const [acrossPx, downPx] = [widthPx / columns, heightPx / rows];
  const within = (at: number, from: number, length: number) => at >= from && at <= from + length;
  const inside = Array.from({ length: rows * columns }, (_, i) => i).filter(
    (i) =>
      within(((i % columns) + 0.5) * acrossPx, x, width) &&
      within((Math.floor(i / columns) + 0.5) * downPx, y, height),
  );
  if (inside.length > 0) return Int32Array.from(inside);
  const [column, row] = [Math.floor((x + width / 2) / acrossPx), Math.floor((y + height / 2) / downPx)];
  return Int32Array.of(Math.min(rows - 1, row) * columns + Math.min(columns - 1, column));
};

const farthest = (distances: Float32Array): Int32Array => {
  const order = [...distances.keys()].toSorted((a, b) => distances[b]! - distances[a]!);
  const limit = FAR_SHARE * (distances[order[0] ?? 0] ?? 0);
  return Int32Array.from(order.filter((i) => distances[i]! >= limit).slice(0, MOST_PATCHES));
};
