// Phrases to boxes, whichever model answers. A detector of fixed words is asked about the phrases that are one of
// its words; the others are named as unknown, never guessed.
import { join } from "node:path";
import { type Bench, defineJob } from "../../inference/job.ts";
import type { BoxesCard } from "../../inference/model-card.ts";
import type { FolderModel } from "../../inference/model-store.ts";
import { openPhraseDetector, type PhraseDetector } from "../../inference/transformers.ts";
import { resizePicture } from "../input-size.ts";
import type { Picture } from "../picture.ts";
import type { FoundBox, FoundBoxes } from "./found-box.ts";
import { runGroundingDino } from "./grounding-dino.ts";
import { runOwl } from "./owl.ts";
import { runYolox } from "./yolox.ts";

export interface BoxQuestion {
  readonly picture: Picture;
  readonly phrases: readonly string[];
  /** Boxes with a lower score are not told. */
  readonly threshold: number;
  readonly model: FolderModel<"boxes">;
}

export const findBoxes = defineJob(
  import.meta.url,
  "findBoxes",
  async (question: BoxQuestion, bench): Promise<FoundBoxes> => {
    const { card } = question.model;
    const { boxes, unknown } =
      "detector" in card
        ? await askDetector(question, card, bench)
        : { boxes: await askGrounder(question, card.grounder, bench), unknown: [] };
    return { boxes: boxes.toSorted((one, other) => other.score - one.score), unknown };
  },
);

const askDetector = async (
  { picture, phrases, threshold, model }: BoxQuestion,
  { detector: { inputPx, labels }, file }: Extract<BoxesCard, { detector: unknown }>,
  bench: Bench,
): Promise<{ boxes: FoundBox[]; unknown: string[] }> => {
  const asked = phrases.flatMap((phrase) => {
    const label = labels.find((word) => word.toLowerCase() === phrase.trim().toLowerCase());
    return label === undefined ? [] : [{ phrase, label }];
  });
  const unknown = phrases.filter((phrase) => !asked.some((entry) => entry.phrase === phrase));
  if (asked.length === 0) return { boxes: [], unknown };
  const session = await bench.session(join(model.folder, file));
  return { boxes: await runYolox(picture, { inputPx, labels, asked, threshold }, session), unknown };
};

const askGrounder = async (
  { picture, phrases, threshold, model }: BoxQuestion,
  grounder: "grounding-dino" | "owlv2",
  bench: Bench,
): Promise<FoundBox[]> => {
  if (phrases.length === 0) return [];
  const detector: PhraseDetector = await bench.kept(`phrases ${model.sha256}`, () =>
    openPhraseDetector(model.folder, resizePicture),
  );
  const run = grounder === "owlv2" ? runOwl : runGroundingDino;
  return run(picture, { phrases, threshold }, detector);
};
