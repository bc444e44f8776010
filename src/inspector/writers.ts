import type { Canary } from "../domain/canary.ts";
import { CHOSEN_WRITER, RULE_WRITER } from "../domain/language-model.ts";
import type { Inspector } from "./contract.ts";
import { modelName } from "./model-name.ts";
import type { Parts } from "./parts.ts";

/** The writer that is meant where the settings leave it to the choice of `gumsa models use`. */
export const resolvedWriter = async (name: string, { store }: Pick<Parts, "store">): Promise<string> =>
  name === CHOSEN_WRITER ? ((await store.languageModels.chosenWriter()) ?? RULE_WRITER) : name;

export const writersOf = (parts: Parts): Inspector["writers"] => {
  const { store, chat, sight, writer: usual } = parts;
  return {
    current: () => resolvedWriter(usual, parts),
    async use(name, { signal } = {}) {
      const isOverridden = usual !== CHOSEN_WRITER;
      if (name === RULE_WRITER) {
        await store.languageModels.chooseWriter(null);
        return { writer: RULE_WRITER, isOverridden };
      }
      const model = await chat.open(modelName(name), { signal });
      const canary: Canary | undefined = model.seesPictures
        ? await sight.canaryOf(model, { signal })
        : undefined;
      await store.languageModels.chooseWriter(name);
      const { name: served, server, profile, seesPictures } = model;
      const found = { model: served, server, profile: profile.name, seesPictures };
      return { writer: name, isOverridden, found, ...(canary && { canary }) };
    },
  };
};
