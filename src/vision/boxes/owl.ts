// OWLv2 (Minderer et al. 2023, arXiv 2306.09683) sees a square: the picture top left, grey below or beside it. Its
// boxes are parts of that square. One logit for each box and phrase.
import type { PhraseDetector, RawBoxes } from "../../inference/transformers.ts";
import type { Picture } from "../picture.ts";
import { type FoundBox, fromCentre, inside, sigmoid } from "./found-box.ts";

export const runOwl = async (
  picture: Picture,
  { phrases, threshold }: { readonly phrases: readonly string[]; readonly threshold: number },
  detector: PhraseDetector,
): Promise<FoundBox[]> => {
  const raw = await detector.run(squared(picture), phrases);
  return decodeOwl(raw, { phrases, threshold, picture });
};

const GREY = 128;

const squared = ({ widthPx, heightPx, rgb }: Picture): Picture => {
  const side = Math.max(widthPx, heightPx);
  const square = new Uint8Array(3 * side * side).fill(GREY);
  for (let row = 0; row < heightPx; row++) {
    square.set(rgb.subarray(3 * row * widthPx, 3 * (row + 1) * widthPx), 3 * row * side);
  }
  return { widthPx: side, heightPx: side, rgb: square };
};

const decodeOwl = (
  { logits, boxes }: Pick<RawBoxes, "logits" | "boxes">,
  {
    phrases,
    threshold,
    picture,
  }: {
    readonly phrases: readonly string[];
    readonly threshold: number;
    readonly picture: Pick<Picture, "widthPx" | "heightPx">;
  },
): FoundBox[] => {
  const [, count = 0, width = 0] = logits.dims;
  const side = Math.max(picture.widthPx, picture.heightPx);
  const square = { widthPx: side, heightPx: side };
  return Array.from({ length: count }, (_, i) => {
    const box = inside(fromCentre(boxes.data.subarray(4 * i, 4 * i + 4), square), picture);
    return phrases.flatMap((phrase, k) => {
      const score = sigmoid(logits.data[i * width + k]!);
      return box && score >= threshold ? [{ phrase, score, box }] : [];
    });
  }).flat();
};
