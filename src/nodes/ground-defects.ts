import type { GroundingFinding } from "../tools/ground-defects.ts";
import { asReader } from "./as-reader.ts";
import type { Learned, NodeDeps } from "./node.ts";
import { shownView } from "./shown-view.ts";

/** Boxes for the product's defect types, or for the phrases that were asked. Of several views on the one that is shown. */
export const groundDefectsNode = ({ tools }: Pick<NodeDeps, "tools">) =>
  asReader("groundDefects", async ({ request, product, images }, run) => {
    const shown = shownView({ request, images });
    if (!product || !shown) return { skipped: "no product was named" };
    const { phrases, grounder } = request;
    const asked = { ...(phrases && { phrases }), ...(grounder !== undefined && { grounder }) };
    const { id: image, view } = shown;
    const finding = await tools.groundDefects({ image, product: product.id, view, ...asked }, run);
    return "skipped" in finding ? finding : learnedFrom(finding);
  });

const learnedFrom = ({ boxes, ...asked }: GroundingFinding): Learned => ({
  evidence: [
    { id: "G0", kind: "phrases", ...asked },
    ...boxes.map((box, i) => ({ id: `G${i + 1}`, kind: "grounded" as const, ...box })),
  ],
});
