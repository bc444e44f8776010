// A model whose eyes are checked: by the canary once for its weights and server, and on each question by what the
// server counted for the pictures. Both must hold, or the answer is withheld.
import type { Canary } from "../domain/canary.ts";
import { GumsaError } from "../errors.ts";
import { type DrawNumber, testSight } from "./canary.ts";
import type { Answer, ChatModel, ModelRun, PicturesTaken, Question } from "./chat-model.ts";
import { estimatedText, leastTextTokens } from "./context-size.ts";
import { totalTokens } from "./picture-tokens.ts";

/** Where results are kept from one process to the next. */
export interface Canaries {
  get(model: Pick<Canary, "digest" | "server">): Promise<Canary | undefined>;
  put(canary: Canary): Promise<void>;
}

export interface Sight {
  /** The result for this model, tested now unless it is known. */
  canaryOf(model: ChatModel, run: ModelRun): Promise<Canary>;
  /** The same model, which throws `llm_blind` where it does not see what it is asked about. */
  checked(model: ChatModel): ChatModel;
}

export const createSight = (draw: DrawNumber, stored: Canaries): Sight => {
  const known = new Map<string, Canary>();
  const canaryOf = async (model: ChatModel, run: ModelRun): Promise<Canary> => {
    const { name, digest, server } = model;
    const key = `${digest ?? name} ${server}`;
    const found = known.get(key) ?? (digest === undefined ? undefined : await stored.get({ digest, server }));
    const canary = found ?? (await testSight(model, draw, withoutText(run)));
    known.set(key, canary);
    if (!found && digest !== undefined) await stored.put(canary);
    return canary;
  };
  const checked = (model: ChatModel): ChatModel => ({
    ...model,
    ask: async (question, run) => {
      if (question.pictures.length === 0) return model.ask(question, run);
      const canary = await canaryOf(model, run);
      if (!canary.isSeen) throw blind(`${model.name} did not read the number on a test picture.`);
      const answer = await model.ask(question, run);
      return { ...answer, pictures: picturesTaken({ question, answer, model, canary }) };
    },
  });
  return { canaryOf, checked };
};

/** What it says to the canary is no part of the answer that is waited for. */
const withoutText = ({ signal, endsAtMs }: ModelRun): ModelRun => ({ signal, endsAtMs });

interface Asked {
  readonly question: Question;
  readonly answer: Answer;
  readonly model: ChatModel;
  readonly canary: Canary;
}

/** A server that scales pictures down further than the profile expects must not pass for one that drops them. */
const LEAST_SHARE = 0.5;
/** The canary's words are English and few; another text may take more tokens for its length. */
const TEXT_MARGIN = 1.25;

/** Throws `llm_blind` where the question and its pictures cannot both be in what the server counted. */
const picturesTaken = ({ question, answer, model, canary }: Asked): PicturesTaken => {
  const { promptTokens } = answer;
  const { profile } = model;
  // A server whose count did not grow with the canary's picture tells nothing about others; 0 is a cached question.
  const counts = (canary.pictureTokens ?? 0) >= LEAST_SHARE * canary.leastTokens;
  if (!promptTokens || !profile.pictures || !counts) return "uncounted";
  const expected = LEAST_SHARE * totalTokens(profile.pictures.cost, question.pictures).least;
  if (promptTokens - leastTextTokens(question) < expected) {
    throw blind(
      `${model.name} counted ${promptTokens} tokens, too few for the question and ${question.pictures.length} pictures.`,
    );
  }
  const text = estimatedText(question, profile) * (canary.textRate ?? 1) * TEXT_MARGIN;
  return promptTokens - text >= expected ? "counted" : "uncounted";
};

const blind = (message: string): GumsaError =>
  new GumsaError("llm_blind", message, {
    hint: "update the server or choose another model with `gumsa models use NAME`",
  });
