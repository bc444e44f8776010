// GroundingDINO (Liu et al. 2023, arXiv 2303.05499): one prompt of all phrases, a full stop behind each; every box
// has a logit for every token of the prompt. A phrase's score is that of its likeliest token, so that words of one
// phrase never lend their score to another.
import type { PhraseDetector, RawBoxes } from "../../inference/transformers.ts";
import type { Picture } from "../picture.ts";
import { type FoundBox, fromCentre, inside, sigmoid } from "./found-box.ts";

export const runGroundingDino = async (
  picture: Picture,
  { phrases, threshold }: { readonly phrases: readonly string[]; readonly threshold: number },
  detector: PhraseDetector,
): Promise<FoundBox[]> => {
  const raw = await detector.run(picture, promptOf(phrases));
  const spans = phraseSpans(raw.tokens, detector.tokenOf("."));
  if (spans.length !== phrases.length)
    throw new TypeError(`${spans.length} spans of ${phrases.length} phrases`);
  return decodeGroundingDino(raw, { phrases, spans, threshold, picture });
};

/** A full stop inside a phrase would end it. */
const promptOf = (phrases: readonly string[]): string =>
  phrases.map((phrase) => `${phrase.toLowerCase().replaceAll(/[.?]/g, " ").trim()}.`).join(" ");

/** The places of each phrase's tokens, between the opening token and the full stops. */
const phraseSpans = (tokens: readonly number[], stop: number | undefined): number[][] => {
  const spans: number[][] = [];
  let span: number[] = [];
  for (let place = 1; place < tokens.length; place++) {
    if (tokens[place] !== stop) span.push(place);
    else {
      spans.push(span);
      span = [];
    }
  }
  return spans;
};

const decodeGroundingDino = (
  { logits, boxes }: Pick<RawBoxes, "logits" | "boxes">,
  {
    phrases,
    spans,
    threshold,
    picture,
  }: {
    readonly phrases: readonly string[];
    readonly spans: readonly (readonly number[])[];
    readonly threshold: number;
    readonly picture: Pick<Picture, "widthPx" | "heightPx">;
  },
): FoundBox[] => {
  const [, count = 0, width = 0] = logits.dims;
  return Array.from({ length: count }, (_, i) => {
    const box = inside(fromCentre(boxes.data.subarray(4 * i, 4 * i + 4), picture), picture);
    return phrases.flatMap((phrase, k) => {
      const score = sigmoid(Math.max(...(spans[k] ?? []).map((place) => logits.data[i * width + place]!)));
      return box && score >= threshold ? [{ phrase, score, box }] : [];
    });
  }).flat();
};
