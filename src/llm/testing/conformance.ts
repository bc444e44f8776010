// What every language model keeps to, whatever its server: run over the scripted servers by the unit tests and over a
// real one by `npm run test:ollama`.
import { expect, it } from "vitest";
import { GumsaError } from "../../errors.ts";
import type { ChatModel, ChatModels, Question } from "../chat-model.ts";

export interface Subject {
  readonly models: ChatModels;
  /** The name of a model that is there. */
  readonly name: string;
}

const schema = {
  type: "object",
  properties: { colour: { type: "string" } },
  required: ["colour"],
  additionalProperties: false,
};

const QUESTION: Question = {
  system: "You answer in JSON, in one word.",
  user: "Of which colour is a ripe banana? 잘 익은 바나나는 무슨 색입니까?",
  pictures: [],
  schema,
  mostAnswerTokens: 128,
};

/** `open` is called by each test: a server may be started for it. */
export const itIsAChatModel = (open: () => Promise<Subject>): void => {
  const opened = async (): Promise<ChatModel> => {
    const { models, name } = await open();
    return models.open(name, {});
  };

  it("answers in the JSON that was asked for, whole, and tells it piece by piece", async () => {
    const model = await opened();
    const told: string[] = [];
    const { text } = await model.ask(QUESTION, { onText: (soFar) => told.push(soFar) });
    expect(JSON.parse(text)).toEqual({ colour: expect.any(String) });
    expect(told.at(-1)).toBe(text);
    expect(told.every((soFar, index) => soFar.startsWith(told[index - 1] ?? ""))).toBe(true);
  });

  it("answers the same question alike", async () => {
    const model = await opened();
    const [first, second] = [await model.ask(QUESTION, {}), await model.ask(QUESTION, {})];
    expect(second.text).toBe(first.text);
  });

  it("counts the tokens of question and answer, or says that it does not", async () => {
    const { promptTokens, answerTokens } = await (await opened()).ask(QUESTION, {});
    for (const tokens of [promptTokens, answerTokens]) expect(tokens ?? 1).toBeGreaterThan(0);
  });

  it("tells its server, its profile and whether it sees", async () => {
    const { name, server, profile, seesPictures } = await opened();
    expect(name).not.toBe("");
    expect(server).not.toBe("");
    expect(seesPictures && profile.pictures === null).toBe(false);
  });

  it("refuses a question that it has no room for, without asking it", async () => {
    const question = { ...QUESTION, user: "가".repeat(1_000_000) };
    await expect((await opened()).ask(question, {})).rejects.toMatchObject({ code: "llm_unusable" });
  });

  it("stops at once when it is cancelled before it was asked", async () => {
    const signal = AbortSignal.abort();
    await expect((await opened()).ask(QUESTION, { signal })).rejects.toMatchObject({ code: "cancelled" });
  });

  it("keeps a deadline that is over", async () => {
    const endsAtMs = Date.now() - 1;
    await expect((await opened()).ask(QUESTION, { endsAtMs })).rejects.toMatchObject({ code: "llm_timeout" });
  });

  it("says that a model is not there", async () => {
    const { models } = await open();
    const error = await models.open("no-such-model:0b", {}).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(GumsaError);
    expect(error).toMatchObject({ code: "llm_model_missing", hint: expect.any(String) });
  });
};
