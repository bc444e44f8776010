import { expect, it } from "vitest";
import type { Adapter } from "../domain/adapter.ts";
import type { Canary } from "../domain/canary.ts";
import { openStore } from "./open-store.ts";
import { temporaryHome } from "./testing/samples.ts";

const CANARY: Canary = {
  model: "qwen2.5vl:3b",
  digest: "a".repeat(64),
  server: "ollama 0.12.0",
  promptVersion: "read-number-1",
  testedAt: "2026-01-01T00:00:00.000Z",
  drawn: "4711",
  said: "4711",
  isSeen: true,
  leastTokens: 194,
};

const ADAPTER: Adapter = {
  name: "tuned",
  base: "qwen2-vl",
  baseModel: "qwen2-vl:2b",
  kind: "merged",
  model: "tuned",
  server: "ollama 0.12.0",
  addedAt: "2026-01-01T00:00:00.000Z",
};

it("keeps the chosen writer, what a model saw and the adapters from one process to the next", async () => {
  using home = temporaryHome();
  await using first = await openStore({ home: home.path });
  expect(await first.languageModels.chosenWriter()).toBeUndefined();
  await first.languageModels.chooseWriter("qwen2.5-vl");
  await first.languageModels.putCanary({ ...CANARY, isSeen: false });
  await first.languageModels.putCanary(CANARY);
  await first.languageModels.putAdapter(ADAPTER);
  await using second = await openStore({ home: home.path });
  const { languageModels } = second;
  expect(await languageModels.chosenWriter()).toBe("qwen2.5-vl");
  expect(await languageModels.canary(CANARY)).toEqual(CANARY);
  expect(await languageModels.canary({ ...CANARY, server: "ollama 0.13.0" })).toBeUndefined();
  expect(await languageModels.adapters()).toEqual([ADAPTER]);
  await languageModels.chooseWriter(null);
  expect(await languageModels.chosenWriter()).toBeUndefined();
});

it("forgets an adapter once, and says so of one that is not there", async () => {
  using home = temporaryHome();
  await using store = await openStore({ home: home.path });
  await store.languageModels.putAdapter(ADAPTER);
  await store.languageModels.removeAdapter("tuned");
  expect(await store.languageModels.adapter("tuned")).toBeUndefined();
  await expect(store.languageModels.removeAdapter("tuned")).rejects.toMatchObject({
    code: "adapter_unknown",
  });
});
