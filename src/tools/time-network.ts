import { z } from "zod";
import { DEFAULT_VIEW, ProductId, View } from "../domain/product.ts";
import { runBareNetwork } from "../inference/bare-network.ts";
import { inputSize } from "../vision/input-size.ts";
import { withoutBank } from "./bank-keeper.ts";
import { defineTool } from "./define-tool.ts";

export const timeNetwork = defineTool({
  name: "time_network",
  description:
    "Time one run of the feature network alone, at the size at which it sees this product: the yardstick of an inspection's time.",
  input: z.object({ product: ProductId, view: View.default(DEFAULT_VIEW) }),
  output: z.object({ durationMs: z.number(), widthPx: z.int(), heightPx: z.int() }),
  async run({ product, view }, { banks, store, jobs, signal }) {
    const bank = await banks.of(product, view, signal);
    const [reference] = await store.references.list(product, view);
    if (!bank || !reference) throw withoutBank(product, view);
    const { model, record } = bank;
    const size = inputSize(reference.image, { ...model.card.input, longEdgePx: record.inputLongEdgePx });
    return { ...size, durationMs: await jobs.do(runBareNetwork, { model, ...size }, signal) };
  },
});
