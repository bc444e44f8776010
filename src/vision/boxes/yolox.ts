// YOLOX (Ge et al. 2021, arXiv 2107.08430) as its own repository exports it: the picture in a square, top left, on
// grey; blue, green and red from 0 to 255; one row a cell of three grids, decoded here.
import type { Session } from "../../inference/session.ts";
import { resizePicture, type Size } from "../input-size.ts";
import type { Picture } from "../picture.ts";
import { type FoundBox, fromCentre, inside } from "./found-box.ts";
import { suppress } from "./suppress.ts";

export interface YoloxTask {
  readonly inputPx: number;
  /** Of the network's classes, in order. */
  readonly labels: readonly string[];
  /** Which of them is asked about, by the phrase that asks. */
  readonly asked: readonly { readonly phrase: string; readonly label: string }[];
  readonly threshold: number;
}

const STRIDES_PX = [8, 16, 32] as const;
const GREY = 114;
/** Boxes of one object overlap more than this; that of the reference implementation. */
const SAME_OBJECT_IOU = 0.45;

export const runYolox = async (picture: Picture, task: YoloxTask, session: Session): Promise<FoundBox[]> => {
  const { data, scale } = await letterboxed(picture, task.inputPx);
  const [input] = session.inputs;
  const [output] = session.outputs;
  if (!input || !output) throw new TypeError("a network has an input and an output");
  const { inputPx } = task;
  const results = await session.run({ [input.name]: { data, dims: [1, 3, inputPx, inputPx] } });
  return suppress(
    decodeYolox(results[output]?.data ?? new Float32Array(), { ...task, scale, picture }),
    SAME_OBJECT_IOU,
  );
};

/** The longer edge fills the square; the rest is grey. */
export const letterboxed = async (
  picture: Picture,
  inputPx: number,
): Promise<{ data: Float32Array; scale: number }> => {
  const scale = inputPx / Math.max(picture.widthPx, picture.heightPx);
  const size = {
    widthPx: Math.round(picture.widthPx * scale),
    heightPx: Math.round(picture.heightPx * scale),
  };
  const { rgb, widthPx, heightPx } = await resizePicture(picture, size);
  const area = inputPx * inputPx;
  const data = new Float32Array(3 * area).fill(GREY);
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const from = 3 * (y * widthPx + x);
      for (let channel = 0; channel < 3; channel++)
        data[channel * area + y * inputPx + x] = rgb[from + 2 - channel]!;
    }
  }
  return { data, scale };
};

/** Rows of [x, y, width, height, objectness, classes…]: places in cells from the cell's corner, sizes as logarithms. */
export const decodeYolox = (
  rows: Float32Array,
  { inputPx, labels, asked, threshold, scale, picture }: YoloxTask & { scale: number; picture: Size },
): FoundBox[] => {
  const length = 5 + labels.length;
  const cells = cellsOf(inputPx);
  if (rows.length !== cells.length * length) {
    throw new TypeError(`${rows.length} numbers where ${cells.length} x ${length} are due`);
  }
  const classes = asked.map(({ phrase, label }) => ({ phrase, place: 5 + labels.indexOf(label) }));
  return cells.flatMap(({ column, row, stridePx }, cell) => {
    const [x = 0, y = 0, width = 0, height = 0, objectness = 0] = rows.subarray(
      cell * length,
      cell * length + 5,
    );
    if (objectness < threshold) return [];
    const middle = [(x + column) * stridePx, (y + row) * stridePx];
    const sides = [Math.exp(width) * stridePx, Math.exp(height) * stridePx];
    const box = inside(
      fromCentre([...middle, ...sides], { widthPx: 1 / scale, heightPx: 1 / scale }),
      picture,
    );
    return classes.flatMap(({ phrase, place }) => {
      const score = objectness * rows[cell * length + place]!;
      return box && score >= threshold ? [{ phrase, score, box }] : [];
    });
  });
};

const cellsOf = (inputPx: number): { column: number; row: number; stridePx: number }[] =>
  STRIDES_PX.flatMap((stridePx) => {
    const side = inputPx / stridePx;
    return Array.from({ length: side * side }, (_, i) => ({
      column: i % side,
      row: Math.floor(i / side),
      stridePx,
    }));
  });
