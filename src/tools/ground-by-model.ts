import { suppress } from "../vision/boxes/suppress.ts";
import { jointNull } from "../vision/grounding/joint-null.ts";
import type { ToolContext } from "./define-tool.ts";
import type { Grounding, GroundingQuestion } from "./grounding.ts";
import { askModel, modelOnGood } from "./model-grounder.ts";
import type { ReadPhrase } from "./read-phrase.ts";

/** Of one phrase. */
const SAME_THING_IOU = 0.5;

/** The whole picture, by a model that is asked in English. */
export const groundByModel = async (
  { image, scored, read, grounder }: GroundingQuestion,
  context: ToolContext,
): Promise<Grounding> => {
  const model = await context.models.model(grounder, "boxes");
  const phrases = [...new Set(read.flatMap(englishOf))];
  const asking = { model, phrases, context };
  const { good } = await modelOnGood(scored.bank, asking);
  const found = await askModel(await context.pictures.decode(image), asking);
  const nameOf = (phrase: ReadPhrase): string[] =>
    englishOf(phrase).filter((english) => !found.unknown.includes(english));
  const names = [...new Set(read.flatMap(nameOf))];
  const none = jointNull(good, { names, alpha: scored.product.alpha });
  const beyond = found.boxes.filter(({ phrase, score }) => score > none.threshold(phrase));
  return {
    boxes: suppress(beyond, SAME_THING_IOU).map(({ phrase: name, box, score }) => ({ name, box, score })),
    none,
    nameOf,
    why: ({ english }) => (english === "" ? "no_such_type" : "not_in_model"),
  };
};

const englishOf = ({ english }: ReadPhrase): string[] => (english === "" ? [] : [english.toLowerCase()]);
