import { z } from "zod";
import type { DefectType } from "../domain/defect-type.ts";
import { type AskedPhrase, GroundedEvidence, PhrasesEvidence } from "../domain/evidence.ts";
import { CASES, GrounderName, Phrases } from "../domain/grounding.ts";
import { BlobId } from "../domain/image-ref.ts";
import { ProductId, View } from "../domain/product.ts";
import type { Box } from "../domain/region.ts";
import { iou } from "../domain/region.ts";
import { defineTool } from "./define-tool.ts";
import { groundByCases } from "./ground-by-cases.ts";
import { groundByModel } from "./ground-by-model.ts";
import type { Grounding } from "./grounding.ts";
import type { ScoredPicture } from "./picture-scorer.ts";
import { type ReadPhrase, readPhrase } from "./read-phrase.ts";

export const GroundedBox = GroundedEvidence.omit({ id: true, kind: true });
export type GroundedBox = z.infer<typeof GroundedBox>;

export const GroundingFinding = PhrasesEvidence.omit({ id: true, kind: true }).extend({
  /** Strongest first. */
  boxes: z.array(GroundedBox),
});
export type GroundingFinding = z.infer<typeof GroundingFinding>;

export const groundDefects = defineTool({
  name: "ground_defects",
  description:
    "Find where a picture shows what phrases say (Korean or English, also negated: 'no scratch'): by the product's known cases, or by a model of pictures and words. Each box is more than good pictures show and says whether the anomaly map supports it; phrases that mean nothing here are told as unknown.",
  input: z.object({
    image: BlobId,
    product: ProductId,
    view: View,
    /** Left out: every defect type of the product. */
    phrases: Phrases.optional(),
    /** `cases` or the name of a model for boxes; left out: the product's own choice, else `cases`. */
    grounder: GrounderName.optional(),
  }),
  output: z.union([GroundingFinding, z.object({ skipped: z.string() })]),
  async run({ image, product, view, phrases, grounder }, context) {
    const scored = await context.scores.score({ image, product, view }, context.signal);
    const { types, alpha, grounder: usual } = scored.product;
    const read = phrases?.map((phrase) => readPhrase(phrase, types)) ?? types.map(phraseOfType);
    if (read.length === 0) return { skipped: "the product has no defect types" };
    const name = grounder ?? usual ?? CASES;
    const ground = name === CASES ? groundByCases : groundByModel;
    const grounding = await ground({ image, scored, read, grounder: name }, context);
    if ("skipped" in grounding) return grounding;
    const boxes = judgedBoxes(grounding, { read, scored, grounder: name });
    return {
      grounder: name,
      asked: read.map((phrase) => answered(phrase, grounding, boxes)),
      boxes: boxes.slice(0, MOST_BOXES),
      alpha,
      references: grounding.none.references,
    };
  },
});

const phraseOfType = ({ code, names }: DefectType): ReadPhrase => ({
  phrase: names.en,
  words: names.en,
  isNegated: false,
  types: [code],
  english: names.en,
  others: [],
});

/** More than this are noise to a reader; the strongest stay. */
const MOST_BOXES = 12;
/** Boxes that overlap by more are of one thing, which is what it resembles most. */
const SAME_THING_IOU = 0.3;

const judgedBoxes = (
  { boxes, none, nameOf }: Grounding,
  { read, scored, grounder }: { read: readonly ReadPhrase[]; scored: ScoredPicture; grounder: string },
): GroundedBox[] => {
  const strongest = boxes.toSorted(
    (one, other) => none.strength(other.name, other.score) - none.strength(one.name, one.score),
  );
  const kept = strongest.filter(
    ({ box }, i) => !strongest.slice(0, i).some((better) => iou(better.box, box) > SAME_THING_IOU),
  );
  return kept.flatMap(({ name, box, score }) => {
    const asked = read.find((phrase) => nameOf(phrase).includes(name));
    if (!asked) return [];
    const type = grounder === CASES ? name : asked.types.length === 1 ? asked.types[0] : undefined;
    return [
      {
        phrase: asked.phrase,
        words: asked.words,
        isNegated: asked.isNegated,
        ...(type !== undefined && { defectType: type }),
        box,
        likeness: score,
        threshold: none.threshold(name),
        pValue: none.pValue(name, score),
        alpha: scored.product.alpha,
        references: none.references,
        isSupported: scored.regions.some((region) => touches(box, region)),
        grounder,
      },
    ];
  });
};

const answered = (
  phrase: ReadPhrase,
  { nameOf, why }: Grounding,
  boxes: readonly GroundedBox[],
): AskedPhrase => {
  const names = nameOf(phrase);
  const { phrase: asked, words, isNegated, types, others } = phrase;
  const own = boxes.filter(
    (box) => box.phrase === asked || (box.defectType !== undefined && types.includes(box.defectType)),
  );
  return {
    phrase: asked,
    words,
    isNegated,
    types: [...types],
    others: [...others],
    ...(names.length === 0 && { unknown: why(phrase) }),
    boxes: own.length,
  };
};

const touches = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;
