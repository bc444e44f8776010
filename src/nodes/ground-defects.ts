import type { GroundingFinding } from "../tools/ground-defects.ts";
import { asReader } from "./as-reader.ts";
import type { Learned, NodeDeps } from "./node.ts";

/**
 * Boxes for the product's defect types, or for the phrases that were asked. Of several views the one with the
 * strongest box speaks.
 */
export const groundDefectsNode = ({ tools }: Pick<NodeDeps, "tools">) =>
  asReader("groundDefects", async ({ request, product }, run) => {
    if (!product) return { skipped: "no product was named" };
    const { phrases, grounder } = request;
    const asked = { ...(phrases && { phrases }), ...(grounder !== undefined && { grounder }) };
    const findings = await Promise.all(
      request.images.map(({ id, view }) =>
        tools.groundDefects({ image: id, product: product.id, view, ...asked }, run),
      ),
    );
    const ground = findings.flatMap((finding) => ("skipped" in finding ? [] : [finding]));
    const [strongest] = ground.toSorted((one, other) => lowestOf(one) - lowestOf(other));
    if (strongest) return learnedFrom(strongest);
    return {
      skipped:
        findings.flatMap((finding) => ("skipped" in finding ? [finding.skipped] : []))[0] ?? "no picture",
    };
  });

const lowestOf = ({ boxes }: GroundingFinding): number => Math.min(1, ...boxes.map(({ pValue }) => pValue));

const learnedFrom = ({ boxes, ...asked }: GroundingFinding): Learned => ({
  evidence: [
    { id: "G0", kind: "phrases", ...asked },
    ...boxes.map((box, i) => ({ id: `G${i + 1}`, kind: "grounded" as const, ...box })),
  ],
});
