import { boxesAbove } from "../vision/grounding/boxes-of.ts";
import { jointNull } from "../vision/grounding/joint-null.ts";
import { scoreTypes } from "../vision/grounding/score-types.ts";
import { operatorsOf } from "../vision/patch-memory/extract-patches.ts";
import type { ToolContext } from "./define-tool.ts";
import type { Grounding, GroundingQuestion } from "./grounding.ts";

/** The picture's patches, of the pass that the anomaly map came from, against those of the product's known cases. */
export const groundByCases = async (
  { scored, read }: GroundingQuestion,
  { grounders, jobs, models, blobs, onProgress, signal }: ToolContext,
): Promise<Grounding | { skipped: string }> => {
  const { bank, grid, map, size, product } = scored;
  const known = await grounders.of(bank, (share) => onProgress?.("describe_pictures", share));
  if (!known?.file) return { skipped: "no case of this product has a place on its picture" };
  const nameOf: Grounding["nameOf"] = ({ types }) => types.filter((type) => known.good[type] !== undefined);
  const names = [...new Set(read.flatMap(nameOf))];
  const none = jointNull(known.good, { names, alpha: product.alpha });
  const why: Grounding["why"] = ({ types }) => (types.length === 0 ? "no_such_type" : "no_cases");
  if (names.length === 0) return { boxes: [], none, nameOf, why };
  const defects = { id: known.file, path: blobs.pathOf(known.file) };
  const task = { grid, good: map, defects, types: names, operators: operatorsOf(models) };
  const scores = await jobs.do(scoreTypes, task, signal);
  const boxes = scores.flatMap(({ type, map: score }) =>
    boxesAbove(score, { threshold: none.threshold(type), largest: known.largest?.[type] ?? 1 }, size).map(
      (box) => ({ name: type, ...box }),
    ),
  );
  return { boxes, none, nameOf, why };
};
