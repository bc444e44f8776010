// The opinion that a model should have had of a picture: what the person confirmed, where the tools found it.
import type { Bilingual } from "../domain/language.ts";
import type { Product } from "../domain/product.ts";
import type { FinetuneSample } from "./inputs.ts";
import { boxToModel } from "../llm/boxes.ts";
import type { ModelRun } from "../llm/chat-model.ts";
import { describeImagePrompt, type Opinion } from "../llm/prompts/describe-image.ts";
import { preparedFor } from "../nodes/model-pictures.ts";
import { withParticle } from "../report/particles.ts";
import { placeOf } from "../report/place.ts";
import { wordsOf } from "../report/words-of.ts";
import type { Confirmed } from "./finetune.ts";
import { sampleOf } from "./finetune-sample.ts";
import type { Parts } from "./parts.ts";

export interface PairContext extends Pick<ModelRun, "signal"> {
  readonly parts: Parts;
  readonly product: Product | null;
}

/** Nothing for a retake: there the picture cannot be judged. Nor for a defect that the tools did not place. */
export const describePair = async (
  confirmed: Confirmed,
  { parts: { tools }, product, signal }: PairContext,
): Promise<FinetuneSample | undefined> => {
  const { inspection, feedback, profile, language } = confirmed;
  const [first] = inspection.images;
  const [region] = inspection.regions;
  const isSound = feedback.verdict === "pass";
  const type = product?.types.find(({ code }) => code === feedback.type)?.names;
  if (!first || !profile.pictures || feedback.verdict === "retake" || (!isSound && !(region && type)))
    return undefined;
  const shown = await preparedFor({ profile }, first.image.id, { tools, signal });
  const { boxes: convention } = profile.pictures;
  const prompt = describeImagePrompt({
    language,
    product: product?.names ?? null,
    boxes: { convention, shown },
  });
  const name = (product?.names ?? NO_NAME)[language];
  const answer: Opinion =
    isSound || !region || !type
      ? { opinion: SOUND[language](name), marks: [] }
      : {
          opinion: DEFECT[language](
            name,
            type[language],
            wordsOf(language).places[placeOf(region, first.image)],
          ),
          marks: [
            {
              what: type[language],
              box: [...boxToModel(region, { convention, shown, source: first.image })],
            },
          ],
        };
  return sampleOf(confirmed, { task: "describe", prompt, answer, pictures: [shown] });
};

const NO_NAME: Bilingual = { en: "part", ko: "부품" };

const SOUND = {
  en: (name: string) => `The picture shows ${name}. I see nothing unusual on it.`,
  ko: (name: string) => `사진에는 ${withParticle(name, "이/가")} 보입니다. 특이한 점은 보이지 않습니다.`,
};
const DEFECT = {
  en: (name: string, type: string, place: string) =>
    `The picture shows ${name}. I see ${type} ${place} of the picture.`,
  ko: (name: string, type: string, place: string) =>
    `사진에는 ${withParticle(name, "이/가")} 보입니다. 사진의 ${place}에 ${withParticle(type, "이/가")} 보입니다.`,
};
