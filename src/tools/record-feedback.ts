import { Feedback, FeedbackInput } from "../domain/feedback.ts";
import type { Inspection } from "../domain/inspection.ts";
import { GumsaError } from "../errors.ts";
import { defineTool } from "./define-tool.ts";
import type { ToolDeps } from "./tool-deps.ts";

export const recordFeedback = defineTool({
  name: "record_feedback",
  description:
    "Record what a person did after an inspection, a rating from 1 to 5, and the verdict and defect type as confirmed. The inspection itself does not change.",
  input: FeedbackInput,
  output: Feedback,
  async run(input, { store }) {
    const inspection = await store.inspections.get(input.inspection);
    if (!inspection) {
      throw new GumsaError(
        "inspection_unknown",
        `No inspection with the id ${input.inspection} is recorded.`,
      );
    }
    if (input.type !== undefined) await requireType(input.type, inspection, store);
    const feedback: Feedback = { ...input, createdAt: new Date().toISOString() };
    await store.feedback.add(feedback);
    return feedback;
  },
});

const requireType = async (
  type: string,
  { id, product: productId }: Inspection,
  store: ToolDeps["store"],
): Promise<void> => {
  const product = productId === null ? undefined : await store.products.get(productId);
  const codes = product?.types.map(({ code }) => code) ?? [];
  if (codes.includes(type)) return;
  throw new GumsaError("type_unknown", `${type} is no defect type of the product of ${id}.`, {
    hint: codes.length > 0 ? `one of ${codes.join(", ")}` : "its product has no defect types",
  });
};
