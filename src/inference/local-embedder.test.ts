import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../package-root.ts";
import { createBench } from "./bench.ts";
import { createLocalEmbedder, findTextModel } from "./local-embedder.ts";
import type { TextEmbedder, TextRole } from "./text-embedder.ts";

const models = join(packageRoot(), "test/models");
const here = {
  do: <I, O>(job: { run: (input: I, bench: ReturnType<typeof createBench>) => Promise<O> }, input: I) =>
    job.run(input, createBench()),
};

const tinyEmbedder = async (changes: { sha256?: string } = {}): Promise<TextEmbedder> => {
  const found = await findTextModel([join(models, "not-there"), models]);
  if (!found) throw new Error("test/models/tiny-embedder is missing");
  return createLocalEmbedder({ folder: found.folder, card: { ...found.card, ...changes }, jobs: here });
};

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
    expect(await (await tinyEmbedder()).version()).toMatch(/^tiny-embedder:[0-9a-f]{16}:[0-9a-f]{16}$/);
  });

  it("refuses a model that its card does not describe", async () => {
    const embedder = await tinyEmbedder({ sha256: "0".repeat(64) });
    await expect(embedder.embed(["text"], "query")).rejects.toMatchObject({ code: "model_damaged" });
  });

  it("is found by its name, and no other is", async () => {
    expect((await findTextModel([models], "tiny-embedder"))?.card.task).toBe("embed-text");
    expect(await findTextModel([models], "another")).toBeUndefined();
  });
});
