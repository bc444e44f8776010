import { describe, expect, it } from "vitest";
import type { Canary } from "../domain/canary.ts";
import { drawCanary } from "../vision/draw/canary.ts";
import { canaryNumber } from "./canary.ts";
import type { ChatModel, Question } from "./chat-model.ts";
import { estimatedText } from "./context-size.ts";
import { type Canaries, createSight } from "./sight.ts";
import { type PlayedModel, playModel } from "./testing/model.ts";

const CANARY_TOKENS = 16 * 12 + 2; // 448 × 336 px in squares of 28
const PICTURE_TOKENS = 36 * 27 + 2;

const memory = (): Canaries & { readonly kept: Canary[] } => {
  const kept: Canary[] = [];
  return {
    kept,
    get: async ({ digest, server }) => kept.find((one) => one.digest === digest && one.server === server),
    put: async (canary) => void kept.push(canary),
  };
};

const isCanary = ({ schema }: Question): boolean => JSON.stringify(schema).includes('"number"');

interface Eyes {
  /** What it says to the test picture. */
  readonly reads?: string;
  /** What the server adds for the pictures of the canary, and of the question. */
  readonly canaryTokens?: number;
  readonly pictureTokens?: number;
  readonly changes?: Partial<ChatModel>;
}

const played = ({
  reads,
  canaryTokens = CANARY_TOKENS,
  pictureTokens = PICTURE_TOKENS,
  changes,
}: Eyes): PlayedModel => {
  const model: PlayedModel = playModel((question) => {
    const text = JSON.stringify({ number: reads ?? canaryNumber(model) });
    const isShown = question.pictures.length > 0;
    if (isCanary(question)) return { text, promptTokens: 40 + (isShown ? canaryTokens : 0) };
    return { text: "seen", promptTokens: TEXT_TOKENS + pictureTokens };
  }, changes);
  return model;
};

const QUESTION: Question = {
  system: "Look at the part.",
  user: "What do you see?",
  pictures: [{ bytes: new Uint8Array([1]), widthPx: 1008, heightPx: 756 }],
  schema: {},
  mostAnswerTokens: 100,
};
const TEXT_TOKENS = 20;

const ask = (model: ChatModel, canaries = memory()) =>
  createSight(drawCanary, canaries).checked(model).ask(QUESTION, {});

describe("a model whose eyes are checked", () => {
  it("answers when it read the number and the server counted the picture", async () => {
    expect(await ask(played({}))).toMatchObject({ text: "seen", pictures: "counted" });
  });

  it("is blind when it names another number, and is not asked", async () => {
    const model = played({ reads: "none" });
    await expect(ask(model)).rejects.toMatchObject({ code: "llm_blind" });
    expect(model.asked.filter((question) => !isCanary(question))).toEqual([]);
  });

  it("is blind to a picture that the server cannot have counted, though it read the canary", async () => {
    await expect(ask(played({ pictureTokens: 0 }))).rejects.toMatchObject({ code: "llm_blind" });
  });

  it("is not judged by the count of a server that does not count pictures", async () => {
    expect(await ask(played({ canaryTokens: 0, pictureTokens: 0 }))).toMatchObject({ pictures: "uncounted" });
  });

  it("is not judged where a long text leaves the picture's share open", async () => {
    const long = { ...QUESTION, user: "a ".repeat(4000) };
    const model = playModel((question) =>
      isCanary(question)
        ? {
            text: JSON.stringify({ number: canaryNumber(model) }),
            promptTokens: question.pictures.length > 0 ? 300 : 40,
          }
        : { text: "seen", promptTokens: Math.round(0.4 * estimatedText(long, model.profile)) },
    );
    const checked = createSight(drawCanary, memory()).checked(model);
    expect(await checked.ask(long, {})).toMatchObject({ pictures: "uncounted" });
  });

  it("is asked without a test where no picture is shown", async () => {
    const model = played({ reads: "none" });
    const checked = createSight(drawCanary, memory()).checked(model);
    expect(await checked.ask({ ...QUESTION, pictures: [] }, {})).toMatchObject({ text: "seen" });
  });
});

describe("the canary", () => {
  const tests = (model: PlayedModel): number =>
    model.asked.filter((one) => isCanary(one) && one.pictures.length > 0).length;

  it("is shown once for the same weights on the same server, by whatever process", async () => {
    const [model, canaries] = [played({}), memory()];
    await ask(model, canaries);
    await ask(model, canaries);
    expect(tests(model)).toBe(1);
    expect(canaries.kept).toMatchObject([
      { isSeen: true, drawn: canaryNumber(model), pictureTokens: CANARY_TOKENS, leastTokens: CANARY_TOKENS },
    ]);
    const newer = played({ changes: { server: "played 2" } });
    await ask(newer, canaries);
    expect(tests(newer)).toBe(1);
  });

  it("is shown in each process where the server tells no digest", async () => {
    const [model, canaries] = [played({ changes: { digest: undefined } }), memory()];
    await ask(model, canaries);
    await ask(model, canaries);
    expect(tests(model)).toBe(2);
    expect(canaries.kept).toEqual([]);
  });

  it("is a picture of four digits and nothing else", async () => {
    const { bytes, widthPx, heightPx } = await drawCanary(4711);
    expect([widthPx, heightPx]).toEqual([448, 336]);
    expect((await drawCanary(4712)).bytes).not.toEqual(bytes);
  });
});
