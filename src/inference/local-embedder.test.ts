import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../package-root.ts";
import { createBench } from "./bench.ts";
import { createLocalEmbedder } from "./local-embedder.ts";
import { createModelStore } from "./model-store.ts";
import type { TextEmbedder, TextRole } from "./text-embedder.ts";

const models = join(packageRoot(), "test/models");
const here = {
  do: <I, O>(job: { run: (input: I, bench: ReturnType<typeof createBench>) => Promise<O> }, input: I) =>
    job.run(input, createBench()),
};

const tinyEmbedder = async (): Promise<TextEmbedder> =>
  createLocalEmbedder({
    model: await createModelStore(models).model("tiny-embedder", "text-embedding"),
    jobs: here,
  });

interface Golden {
  readonly role: TextRole;
  readonly text: string;
  readonly vector: readonly number[];
}

describe("an embedding model in a folder", () => {
  it("gives the vectors that numpy gives: prefixes, the mean without padding, long texts cut, length 1", async () => {
    const golden: Golden[] = JSON.parse(await readFile(join(models, "tiny-embedder/golden.json"), "utf8"));
    const embedder = await tinyEmbedder();
    for (const role of ["query", "passage"] as const) {
      const wanted = golden.filter((item) => item.role === role);
      const vectors = await embedder.embed(
        wanted.map(({ text }) => text),
        role,
      );
      for (const [index, { vector }] of wanted.entries()) {
        for (const [channel, value] of vector.entries())
          expect(vectors[index]?.[channel]).toBeCloseTo(value, 4);
      }
    }
  });

  it("tells one model's bytes from another's", async () => {
    expect(await (await tinyEmbedder()).version()).toMatch(/^tiny-embedder:[0-9a-f]{16}$/);
  });

  it("is found by its task", async () => {
    expect((await createModelStore(models).firstOf("text-embedding"))?.card.name).toBe("tiny-embedder");
  });
});
