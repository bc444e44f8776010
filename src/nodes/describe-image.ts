import type { Evidence } from "../domain/evidence.ts";
import { GumsaError } from "../errors.ts";
import { boxFromModel, type Corners, type Frame } from "../llm/boxes.ts";
import type { ChatModel } from "../llm/chat-model.ts";
import type { BoxConvention } from "../llm/profiles/profile.ts";
import { describeImagePrompt, type Opinion } from "../llm/prompts/describe-image.ts";
import { askFor } from "../llm/prompts/prompt.ts";
import type { Toolbox } from "../tools/toolbox.ts";
import { asReader } from "./as-reader.ts";
import { preparedFor } from "./model-pictures.ts";
import { type InspectionNode, known, type NodeDeps } from "./node.ts";
import { endOf, isOver } from "./time-left.ts";

export interface DescriberDeps extends Pick<NodeDeps, "chat"> {
  readonly tools: Pick<Toolbox, "preparePicture">;
}

/** A language model's own opinion of the picture, for people to read. The verdict is made before it is asked. */
export const describeImage =
  (deps: DescriberDeps): InspectionNode =>
  async (facts, run) => {
    const learned = await opinionOf(deps)(facts, run);
    const { status, code, reason } = learned.readers?.describeImage ?? {};
    if (status === undefined || status === "ran") return learned;
    const silence = { reader: "describeImage", status, reason: code ?? reason ?? "unknown" };
    return { ...learned, evidence: [{ id: "F9", kind: "reader", ...silence }] };
  };

const opinionOf = ({ tools, chat }: DescriberDeps): InspectionNode =>
  asReader("describeImage", async (facts, { signal }) => {
    const { opinion: name, language } = facts.request;
    if (name === undefined) return { skipped: "no opinion was asked for" };
    const endsAtMs = endOf(facts.request);
    if (isOver(endsAtMs)) return { skipped: "the deadline was over" };
    const model = await chat.open(name, { signal });
    const convention = conventionOf(model);
    const pictures = await Promise.all(
      facts.images
        .slice(0, model.profile.pictures?.most)
        .map(({ image }) => preparedFor(model, image.id, { tools, signal })),
    );
    const shown = known(pictures[0], "a picture"); // of several views the first carries the marks
    const product = facts.product?.names ?? null;
    const prompt = describeImagePrompt({ language, product, boxes: { convention, shown } });
    const { value } = await askFor(prompt, { model, pictures, signal, endsAtMs });
    const frame = { convention, shown, source: known(facts.images[0], "a picture").image };
    const opinion = { ...said(value, frame), model: name, promptVersion: prompt.version };
    return {
      evidence: [{ id: "V1", kind: "opinion", ...opinion }],
      versions: model.digest === undefined ? {} : { [`model:${name}`]: model.digest },
    };
  });

/** Throws `llm_unusable` for a model of text alone. */
const conventionOf = ({ name, seesPictures, profile }: ChatModel): BoxConvention => {
  if (seesPictures && profile.pictures) return profile.pictures.boxes;
  throw new GumsaError("llm_unusable", `The model ${name} takes no pictures.`);
};

type Said = Pick<Extract<Evidence, { kind: "opinion" }>, "text" | "marks">;

const said = ({ opinion, marks }: Opinion, frame: Frame): Said => {
  const placed = marks.flatMap(({ what, box }) => {
    const corners: Corners = box;
    const found = boxFromModel(corners, frame);
    return found ? [{ what: inOneLine(what), box: found }] : [];
  });
  return { text: inOneLine(opinion), ...(placed.length > 0 && { marks: placed }) };
};

const inOneLine = (text: string): string => text.replaceAll(/\s+/gu, " ");
