import { describe, expect, it } from "vitest";
import { z } from "zod";
import { bindTool, defineTool } from "./define-tool.ts";
import type { ToolDeps } from "./tool-deps.ts";

const readStore = defineTool({
  name: "read_store",
  description: "Which store it was given.",
  input: z.object({}),
  output: z.unknown(),
  run: async (_, { store }) => store,
});

describe("a bound tool", () => {
  it("keeps its own store where a graph's run brings another", async () => {
    const deps = { store: "ours" } as unknown as ToolDeps; // the one that it reads
    const run = { signal: undefined, store: "of the graph's host" };
    expect(await bindTool(readStore, deps)({}, run)).toBe("ours");
  });
});
