import { join } from "node:path";
import { expect, it } from "vitest";
import { packageRoot } from "../package-root.ts";
import { createModelStore } from "./model-store.ts";

const models = createModelStore(join(packageRoot(), "models"), "/nowhere");

it("has a card for every model of the standard pack, none of which claims to be verified", async () => {
  const cards = (await models.list()).flatMap(({ card }) => ("hub" in card ? [card] : []));
  expect(cards.map(({ name, task }) => [name, task])).toEqual([
    ["clip-vit-b-32", "image-text"],
    ["dinov2-small", "patch-features"],
    ["grounding-dino-tiny", "boxes"],
    ["multilingual-e5-small", "text-embedding"],
    ["owlv2-base", "boxes"],
    ["resnet-18", "backbone"],
    ["wide-resnet-50", "backbone"],
  ]);
  for (const card of cards) {
    expect(card.hub.verified).toBe(false);
    expect(card.sources.length).toBeGreaterThan(0);
    if ("file" in card) expect(card.hub.files.map(({ path }) => path)).toContain(card.file);
  }
});

it("says how to get a model that is not here, and never fetches it by itself", async () => {
  await expect(models.features("dinov2-small")).rejects.toMatchObject({
    code: "model_missing",
    hint: "gumsa models pull dinov2-small",
  });
  expect(await models.firstOf("image-text")).toBeUndefined();
});
