// The pictures that a language model is shown, each made ready for the model's family. Nothing is drawn on the inspected
// picture itself: marks stand on a second one.
import type { BlobId } from "../domain/image-ref.ts";
import type { ChatModel, ModelPicture, ModelRun } from "../llm/chat-model.ts";
import type { PictureRole } from "../llm/prompts/write-report.ts";
import type { Toolbox } from "../tools/toolbox.ts";
import type { InspectionFacts } from "./node.ts";
import { drawingOf } from "./record-inspection.ts";

type Tools = Pick<Toolbox, "drawFinding" | "preparePicture">;

export interface ShownPicture {
  readonly role: PictureRole;
  readonly picture: ModelPicture;
}

type Eyes = Pick<ChatModel, "profile" | "seesPictures">;

/** The most telling first, as many as the model takes; none for a model of text alone. */
export const picturesFor = async (
  model: Eyes,
  facts: InspectionFacts,
  { tools, signal }: { readonly tools: Tools } & ModelRun,
): Promise<ShownPicture[]> => {
  const rules = model.profile.pictures;
  if (!model.seesPictures || rules === null) return [];
  const drawing = drawingOf(facts);
  const reference = drawing.reference ?? facts.nearestGood?.image;
  const pictures: { role: PictureRole; image: BlobId }[] = [{ role: "test", image: drawing.image }];
  if (facts.regions.length > 0 && rules.most > 1) {
    const { overlay } = await tools.drawFinding(drawing, { signal });
    pictures.push({ role: "overlay", image: overlay });
  }
  if (reference !== undefined) pictures.push({ role: "reference", image: reference });
  return Promise.all(
    pictures.slice(0, rules.most).map(async ({ role, image }) => ({
      role,
      picture: await preparedFor(model, image, { tools, signal }),
    })),
  );
};

export const preparedFor = (
  { profile: { pictures } }: Pick<ChatModel, "profile">,
  image: BlobId,
  { tools, signal }: { readonly tools: Pick<Tools, "preparePicture"> } & ModelRun,
): Promise<ModelPicture> => {
  const squarePx = pictures?.cost.kind === "grid" ? pictures.cost.squarePx : undefined;
  const fit = { longestEdgePx: pictures?.longestEdgePx, ...(squarePx && { multipleOfPx: squarePx }) };
  return tools.preparePicture({ image, ...fit }, { signal });
};
