import { getEventListeners } from "node:events";
import { END, START, StateGraph, StateSchema } from "@langchain/langgraph";
import { expect, it } from "vitest";
import { z } from "zod";
import { ownSignal } from "./own-signal.ts";

const graph = (node: () => Promise<void>) =>
  new StateGraph(new StateSchema({ count: z.number() }))
    .addNode("wait", async () => {
      await node();
      return { count: 1 };
    })
    .addEdge(START, "wait")
    .addEdge("wait", END)
    .compile();

it("leaves nothing on a signal that serves many runs", async () => {
  const { signal } = new AbortController();
  for (let run = 0; run < 3; run++) {
    using own = ownSignal(signal);
    await graph(async () => {}).invoke({ count: 0 }, { signal: own.signal });
  }
  expect(getEventListeners(signal, "abort")).toEqual([]);
});

it("stops a run with the outer signal, for the outer reason", async () => {
  const controller = new AbortController();
  using own = ownSignal(controller.signal);
  const running = graph(() => new Promise(() => {})).invoke({ count: 0 }, { signal: own.signal });
  controller.abort("enough");
  await expect(running).rejects.toThrow();
  expect(own.signal.reason).toBe("enough");
  expect(ownSignal(controller.signal).signal.aborted).toBe(true);
});
