import { GumsaError } from "../errors.ts";
import { describeImagePrompt } from "../llm/prompts/describe-image.ts";
import { askFor } from "../llm/prompts/prompt.ts";
import type { Toolbox } from "../tools/toolbox.ts";
import { asReader } from "./as-reader.ts";
import type { InspectionNode, NodeDeps } from "./node.ts";

export interface DescriberDeps extends Pick<NodeDeps, "chat"> {
  readonly tools: Pick<Toolbox, "preparePicture">;
}

/** A language model's own opinion of the picture, for people to read. It is never weighed. */
export const describeImage = ({ tools, chat }: DescriberDeps): InspectionNode =>
  asReader("describeImage", async ({ request, product }, run) => {
    const { opinion: name, language, images } = request;
    if (name === undefined) return { skipped: "no opinion was asked for" };
    const model = await chat.open(name, run);
    if (!model.seesPictures) throw new GumsaError("llm_unusable", `The model ${name} takes no pictures.`);
    const pictures = await Promise.all(images.map(({ id }) => tools.preparePicture({ image: id }, run)));
    const prompt = describeImagePrompt({ language, product: product?.names ?? null });
    const { value } = await askFor(prompt, { model, pictures, signal: run.signal });
    const text = value.opinion.replaceAll(/\s+/gu, " ");
    return {
      evidence: [{ id: "V1", kind: "opinion", model: name, text, promptVersion: prompt.version }],
      versions: model.digest === undefined ? {} : { [`model:${name}`]: model.digest },
    };
  });
