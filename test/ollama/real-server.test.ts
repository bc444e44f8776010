// The suite of every language model, over a real Ollama server: OLLAMA_HOST=http://127.0.0.1:11434 npm run test:ollama.
// GUMSA_TEST_MODEL names the model; without it the first that the server has of each profile is taken.
import { describe, expect, it } from "vitest";
import { createOllamaModels } from "../../src/llm/ollama-models.ts";
import { ollamaStatus } from "../../src/llm/ollama-status.ts";
import { profileOf } from "../../src/llm/profiles/profiles.ts";
import { createSight } from "../../src/llm/sight.ts";
import { itIsAChatModel } from "../../src/llm/testing/conformance.ts";
import { drawCanary } from "../../src/vision/draw/canary.ts";

const host = process.env.OLLAMA_HOST;
const status = host === undefined ? undefined : await ollamaStatus(host, 5000);

const firstOfEachProfile = (names: readonly string[]): string[] => [
  ...new Map(names.toReversed().map((name) => [profileOf(name).name, name])).values(),
];

const chosen = process.env.GUMSA_TEST_MODEL;
const names = chosen === undefined ? firstOfEachProfile(status?.models ?? []) : [chosen];

if (!status) {
  const why = host === undefined ? "OLLAMA_HOST is not set" : `no Ollama server answers at ${host}`;
  it.skip(`skipped: ${why}, so no real language model was tested`, () => {});
} else if (names.length === 0) {
  it.skip(`skipped: the server at ${host} has no model`, () => {});
} else {
  describe.each(names)("%s on the real server", (name) => {
    const models = createOllamaModels({ host: host ?? "", deadlineMs: 500_000, idleMs: 120_000 });
    itIsAChatModel(async () => ({ models, name }));

    it("reads the number on the test picture, where it sees", async ({ skip }) => {
      const model = await models.open(name, {});
      if (!model.seesPictures) skip(`${name} takes text alone`);
      const sight = createSight(drawCanary, { get: async () => undefined, put: async () => {} });
      const canary = await sight.canaryOf(model, {});
      console.info(JSON.stringify(canary));
      expect(canary.isSeen).toBe(true);
      expect(canary.pictureTokens ?? canary.leastTokens).toBeGreaterThanOrEqual(canary.leastTokens / 2);
    });
  });
}
