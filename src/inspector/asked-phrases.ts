import { CASES, GrounderName, Phrases } from "../domain/grounding.ts";
import type { InspectionRequest } from "../domain/inspection.ts";
import { GumsaError } from "../errors.ts";
import type { ModelStore } from "../inference/model-store.ts";
import type { InspectInput } from "./inputs.ts";

/** Throws `usage_invalid` for what cannot be asked, and what `models.model` throws for a grounder that is not there. */
export const askedPhrases = async (
  { phrases, grounder }: { phrases: InspectInput["phrases"] | undefined; grounder: string | undefined },
  models: ModelStore,
): Promise<Pick<InspectionRequest, "phrases" | "grounder">> => {
  const asked = Phrases.optional().safeParse(phrases);
  if (!asked.success) {
    throw new GumsaError("usage_invalid", "Phrases are 1 to 20 short texts.", {
      hint: 'such as "긁힘" and "no rust"',
    });
  }
  if (grounder !== undefined) await knownGrounder(grounder, models);
  return { ...(asked.data && { phrases: asked.data }), ...(grounder !== undefined && { grounder }) };
};

/** Throws where nobody of that name gives boxes. */
export const knownGrounder = async (name: string, models: ModelStore): Promise<void> => {
  if (name === CASES) return;
  if (GrounderName.safeParse(name).success) {
    await models.model(name, "boxes");
    return;
  }
  throw new GumsaError("usage_invalid", `${name} is not the name of a grounder.`, {
    hint: "cases, or a model for boxes: gumsa models list",
  });
};
