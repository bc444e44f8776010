// The size at which a model of the hub wants a picture, by the rules of its preprocessor_config.json, and how it
// is brought there.
import { z } from "zod";

export interface PixelSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** `shortest_edge` scales that edge, unless the other one would pass `longest_edge`; else both edges are given. */
export const SizeRule = z.union([
  z.object({ shortest_edge: z.number(), longest_edge: z.number().optional() }),
  z.object({ height: z.number(), width: z.number() }),
]);
export type SizeRule = z.infer<typeof SizeRule>;

export const sizeBy = (rule: SizeRule, { widthPx, heightPx }: PixelSize): PixelSize => {
  if ("height" in rule) return { widthPx: rule.width, heightPx: rule.height };
  const { shortest_edge: shortest, longest_edge: longest = Number.POSITIVE_INFINITY } = rule;
  const [short, long] = [Math.min(widthPx, heightPx), Math.max(widthPx, heightPx)];
  const edge = Math.min(shortest, Math.round((longest * short) / long));
  const other = Math.floor((edge * long) / short + 1e-9);
  return widthPx <= heightPx ? { widthPx: edge, heightPx: other } : { widthPx: other, heightPx: edge };
};

export type ResizeKernel = "linear" | "cubic" | "lanczos3";

/** Pillow's numbers for its filters. */
export const kernelOf = (resample: unknown): ResizeKernel =>
  resample === 1 ? "lanczos3" : resample === 2 ? "linear" : "cubic";
