// A picture to one feature vector a patch, inside a worker: normalise, run the network, average and join
// its two levels (Roth et al. 2022, section 3.1, "Towards Total Recall in Industrial Anomaly Detection").
import type { Bench } from "../../inference/job.ts";
import type { Tap } from "../../inference/model-card.ts";
import type { FeatureModel, ModelStore } from "../../inference/model-store.ts";
import type { Tensor } from "../../inference/session.ts";
import type { Picture } from "../picture.ts";

/** The operator graphs that the patch memory runs on, as file paths. */
export interface Operators {
  readonly patches: string;
  readonly pairwise: string;
  readonly nearest: string;
  readonly resample: string;
}

export const operatorsOf = ({ operator }: Pick<ModelStore, "operator">): Operators => ({
  patches: operator("patches"),
  pairwise: operator("pairwise"),
  nearest: operator("nearest"),
  resample: operator("resample"),
});

export interface PatchGrid {
  readonly rows: number;
  readonly columns: number;
  /** [rows * columns, d], row by row. */
  readonly patches: Tensor;
}

/** `input` has the size that the model wants (multiples of its stride). */
export const extractPatches = async (
  input: Picture,
  { model, operators }: { model: FeatureModel; operators: Operators },
  bench: Bench,
): Promise<PatchGrid> => {
  const { card, path } = model;
  const network = await bench.session(path);
  const names = card.taps.map(({ output }) => output);
  const levels = await network.run({ [card.input.name]: normalise(input, card.input) }, names);
  const [fine, coarse = fine] = names.map((name) => levels[name]);
  if (!fine || !coarse) throw new TypeError(`${path} lacks the outputs that its card names`);
  const [tap] = card.taps;
  if (tap?.layout === "tokens") return tokenGrid(fine, tap, input);
  const join = await bench.session(operators.patches);
  const { patches } = await join.run({ fine, coarse });
  if (!patches) throw new TypeError("the patches operator gave no patches");
  const [, , rows = 0, columns = 0] = fine.dims;
  return { rows, columns, patches };
};

/** The patches of a transformer are patches already; what stands before them (a class token, registers) is not. */
const tokenGrid = (
  { data, dims: [, tokens = 0, channels = 0] }: Tensor,
  { stridePx }: Tap,
  { widthPx, heightPx }: Picture,
): PatchGrid => {
  const [rows, columns] = [heightPx / stridePx, widthPx / stridePx];
  const prefix = tokens - rows * columns;
  return {
    rows,
    columns,
    patches: { data: data.slice(prefix * channels), dims: [rows * columns, channels] },
  };
};

/** 8-bit RGB to planes: scaled to the card's range, less the mean, over the deviation. */
const normalise = (
  { widthPx, heightPx, rgb }: Picture,
  { range: [low, high], mean, std }: FeatureModel["card"]["input"],
): Tensor => {
  const area = widthPx * heightPx;
  const data = new Float32Array(3 * area);
  for (let channel = 0; channel < 3; channel++) {
    const scale = (high - low) / 255 / std[channel]!;
    const shift = (low - mean[channel]!) / std[channel]!;
    for (let i = 0, plane = channel * area; i < area; i++)
      data[plane + i] = rgb[3 * i + channel]! * scale + shift;
  }
  return { data, dims: [1, 3, heightPx, widthPx] };
};
