import { expect, it } from "vitest";
import type { Evidence } from "../domain/evidence.ts";
import type { History } from "../domain/history.ts";
import { CASTING } from "../report/testing/casting.ts";
import type { NodeDeps } from "./node.ts";
import { recallHistoryNode } from "./recall-history.ts";
import { EMPTY_FACTS } from "./testing/empty-facts.ts";

const suspected: Evidence = {
  id: "S0",
  kind: "similarity",
  cases: 3,
  similarity: 0.9,
  pValue: 0.02,
  alpha: 0.05,
  references: 30,
  defectType: "hole",
};
const history: History = {
  defectType: "hole",
  inspections: 1,
  actions: [{ action: "degassed", times: 1, judged: 0, solved: 0 }],
};

const recall = (found: History | null) => {
  const asked: unknown[] = [];
  const recallHistory = async (input: unknown) => {
    asked.push(input);
    return found;
  };
  // The node calls this one tool only.
  const deps = { tools: { recallHistory } } as unknown as Pick<NodeDeps, "tools">;
  return { asked, node: recallHistoryNode(deps) };
};

it("asks for the suspected type of this product alone", async () => {
  const { asked, node } = recall(history);
  const learned = await node({ ...EMPTY_FACTS, product: CASTING, evidence: [suspected] }, {});
  expect(asked).toEqual([{ product: "casting", type: "hole" }]);
  expect(learned).toEqual({ evidence: [{ id: "H1", kind: "history", ...history }] });
});

it("learns nothing where nothing was recorded, no type is suspected or no product was named", async () => {
  const { asked, node } = recall(null);
  expect(await node({ ...EMPTY_FACTS, product: CASTING, evidence: [suspected] }, {})).toEqual({
    evidence: [],
  });
  expect(await node({ ...EMPTY_FACTS, product: CASTING }, {})).toEqual({ evidence: [] });
  expect(await node({ ...EMPTY_FACTS, evidence: [suspected] }, {})).toEqual({});
  expect(asked).toHaveLength(1);
});
