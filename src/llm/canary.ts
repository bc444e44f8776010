// Proves once for each model that it sees: local servers have answered fluently about pictures that they dropped.
// The test picture is drawn by Gumsa; nothing is ever drawn on an inspected one.
import { createHash } from "node:crypto";
import type { Canary } from "../domain/canary.ts";
import { GumsaError } from "../errors.ts";
import type { ChatModel, ModelPicture, ModelRun } from "./chat-model.ts";
import { estimatedText } from "./context-size.ts";
import { pictureTokens } from "./picture-tokens.ts";
import { askFor, type Said } from "./prompts/prompt.ts";
import { readNumberPrompt } from "./prompts/read-number.ts";

/** A picture of a number of four digits. */
export type DrawNumber = (number: number) => Promise<ModelPicture>;

export const testSight = async (model: ChatModel, draw: DrawNumber, run: ModelRun): Promise<Canary> => {
  const { name, digest, server, profile } = model;
  const prompt = readNumberPrompt();
  const drawn = canaryNumber(model);
  const picture = await draw(Number(drawn));
  const seeing = await answerOf(model, [picture], run);
  const blind = await answerOf(model, [], run);
  const counted =
    seeing.promptTokens && blind.promptTokens
      ? {
          pictureTokens: seeing.promptTokens - blind.promptTokens,
          textRate: blind.promptTokens / estimatedText({ ...prompt, pictures: [] }, profile),
        }
      : {};
  return {
    model: name,
    ...(digest !== undefined && { digest }),
    server,
    promptVersion: prompt.version,
    testedAt: new Date().toISOString(),
    drawn,
    said: seeing.said,
    isSeen: seeing.said.replaceAll(/\D/gu, "") === drawn,
    ...counted,
    leastTokens: profile.pictures ? pictureTokens(profile.pictures.cost, picture).least : 0,
  };
};

/** The same for the same model, so that a result can be repeated; unknown to a model that has not seen it. */
export const canaryNumber = ({
  digest,
  name,
  server,
}: Pick<ChatModel, "digest" | "name" | "server">): string => {
  const bytes = createHash("sha256")
    .update(`${digest ?? name} ${server}`)
    .digest();
  return String(1000 + (bytes.readUInt32BE(0) % 9000));
};

interface Reading extends Pick<Said<unknown>, "promptTokens"> {
  readonly said: string;
}

/** An answer that does not fit the schema is not the number either. */
const answerOf = async (
  model: ChatModel,
  pictures: readonly ModelPicture[],
  run: ModelRun,
): Promise<Reading> => {
  try {
    const { value, promptTokens } = await askFor(readNumberPrompt(), { model, pictures, ...run });
    return { said: value.number.slice(0, 100), promptTokens };
  } catch (error) {
    if (error instanceof GumsaError && error.code === "llm_unusable")
      return { said: "", promptTokens: undefined };
    throw error;
  }
};
