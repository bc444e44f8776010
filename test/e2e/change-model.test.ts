// Another feature network for a product that is in use: built beside the old one, compared, switched, taken back.
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packageRoot } from "../../src/package-root.ts";
import { drawPart } from "./drawn/part.ts";
import { openInspector, type TemporaryInspector } from "./testing/inspector.ts";

const GOOD = 20;

const pngOf = async (part: number): Promise<Buffer> => {
  const { rgb, widthPx, heightPx } = drawPart({ product: 3, part });
  return sharp(rgb, { raw: { width: widthPx, height: heightPx, channels: 3 } })
    .resize(96)
    .png()
    .toBuffer();
};

describe("changing the model of a product", () => {
  let gumsa: TemporaryInspector;
  const inspectPart = async (part: number) =>
    gumsa.inspector.inspect({
      images: [{ fileName: `${part}.png`, bytes: await pngOf(part) }],
      product: "part",
      language: "en",
    });
  const score = async (part: number) => {
    const { evidence, versions } = await inspectPart(part);
    const anomaly = evidence.find(({ kind }) => kind === "anomaly");
    return { distance: anomaly?.kind === "anomaly" ? anomaly.distance : undefined, versions };
  };

  beforeAll(async () => {
    gumsa = await openInspector();
    const good = Array.from({ length: GOOD }, (_, part) => ({
      fileName: `${part}.png`,
      read: () => pngOf(part),
    }));
    await gumsa.inspector.products.add({ id: "part", good });
    await gumsa.inspector.models.add({
      task: "patch-features",
      name: "tiny",
      source: { onnx: join(packageRoot(), "test/models/tiny-features/network.onnx") },
      taps: ["stride8", "stride16"],
      inputPx: 96,
      mean: [0.5, 0.5, 0.5],
      std: [0.25, 0.25, 0.25],
    });
  });
  afterAll(() => gumsa[Symbol.asyncDispose]());

  it("tries, switches at once and goes back to the same scores", async () => {
    const { products } = gumsa.inspector;
    const before = await score(GOOD + 1);
    const trial = await products.changeModel({ product: "part", model: "tiny", isTrial: true });
    expect(trial).toMatchObject({
      isSwitched: false,
      from: { name: "patch-features" },
      to: { name: "tiny" },
    });
    expect(trial.verdicts).toMatchObject({ compared: 1, unreadable: 0 });
    expect((await products.show("part")).bank?.model).toBe("patch-features");

    const changing = products.changeModel({ product: "part", model: "tiny" });
    const during = await score(GOOD + 1); // while the other bank is built
    expect(during.distance).toBe(before.distance);
    expect(during.versions).toHaveProperty(["model:patch-features"]);
    const switched = await changing;
    expect(switched.views[0]?.threshold).not.toBe(switched.views[0]?.thresholdBefore);
    const shown = await products.show("part");
    expect(shown.bank).toMatchObject({ model: "tiny", inputLongEdgePx: 96 });
    expect(shown.product.model).toBe("tiny");
    const between = await score(GOOD + 1);
    expect(between.distance).not.toBeCloseTo(before.distance ?? 0, 3);
    expect(between.versions).toHaveProperty(["model:tiny"]);

    const run = { job: `job_${"0".repeat(20)}` };
    const back = await products.changeModel({ product: "part" }, run);
    expect(back).toMatchObject({ from: { name: "tiny" }, to: { name: "patch-features" } });
    const afterCrash = await products.changeModel({ product: "part" }, run);
    expect(afterCrash).toEqual(back);
    expect((await score(GOOD + 1)).distance).toBe(before.distance);
  });

  it("says which recorded verdicts would be others", async () => {
    const { products } = gumsa.inspector;
    const { verdict } = await inspectPart(GOOD + 2);
    const { verdicts } = await products.changeModel({ product: "part", model: "tiny", isTrial: true });
    for (const change of verdicts.changed) {
      expect(change.pValue <= 0.05).toBe(change.isFailed);
      expect(change.pValueBefore <= 0.05).toBe(!change.isFailed);
    }
    expect(verdicts.compared).toBeGreaterThanOrEqual(verdict.kind === "retake" ? 3 : 4);
  });

  it("refuses a model that gives no features, and a way back that is not there", async () => {
    const { products } = gumsa.inspector;
    await expect(products.changeModel({ product: "part", model: "clip-vit-b-32" })).rejects.toMatchObject({
      code: "model_missing",
    });
    await expect(products.changeModel({ product: "part", model: "nothing" })).rejects.toMatchObject({
      code: "model_unknown",
    });
  });
});
