import { emptyCheckpoint } from "@langchain/langgraph-checkpoint";
import { expect, it, onTestFinished } from "vitest";
import { openStore } from "./open-store.ts";
import type { Store } from "./store.ts";
import { sampleRegistration, temporaryHome } from "./testing/samples.ts";

const CONFIG = { configurable: { thread_id: "thread", checkpoint_ns: "" } };
const METADATA = { source: "input" as const, step: 0, parents: {} };

const newStore = async (): Promise<Store> => {
  const home = temporaryHome();
  const store = await openStore({ home: home.path });
  onTestFinished(async () => {
    await store[Symbol.asyncDispose]();
    home[Symbol.dispose]();
  });
  return store;
};

it("keeps checkpoints and writes of a thread until it is deleted", async () => {
  const { checkpointer } = await newStore();
  const checkpoint = { ...emptyCheckpoint(), channel_values: { verdict: "통과" } };
  const saved = await checkpointer.put(CONFIG, checkpoint, METADATA, {});
  await checkpointer.putWrites(saved, [["evidence", ["D0"]]], "task");

  const tuple = await checkpointer.getTuple(CONFIG);
  expect(tuple?.checkpoint.channel_values).toEqual({ verdict: "통과" });
  expect(tuple?.pendingWrites).toEqual([["task", "evidence", ["D0"]]]);
  const listed = [];
  for await (const { checkpoint: found } of checkpointer.list(CONFIG)) listed.push(found.id);
  expect(listed).toEqual([checkpoint.id]);

  await checkpointer.deleteThread("thread");
  expect(await checkpointer.getTuple(CONFIG)).toBeUndefined();
});

it("can delete a thread in a new store", async () => {
  await (await newStore()).checkpointer.deleteThread("thread");
});

it("does not lose a checkpoint to a registration that fails beside it", async () => {
  const store = await newStore();
  await store.products.register(sampleRegistration());
  const results = await Promise.allSettled([
    store.products.register(sampleRegistration()),
    store.checkpointer.put(CONFIG, emptyCheckpoint(), METADATA, {}),
    store.products.register(sampleRegistration()),
  ]);
  expect(results.map(({ status }) => status)).toEqual(["rejected", "fulfilled", "rejected"]);
  expect(await store.checkpointer.getTuple(CONFIG)).toBeDefined();
});
