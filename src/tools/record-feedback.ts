import { Feedback, FeedbackInput } from "../domain/feedback.ts";
import type { Inspection } from "../domain/inspection.ts";
import { GumsaError } from "../errors.ts";
import { addCases } from "./add-cases.ts";
import { defineTool, type ToolContext } from "./define-tool.ts";
import type { ToolDeps } from "./tool-deps.ts";

export const recordFeedback = defineTool({
  name: "record_feedback",
  description:
    "Record what a person did after an inspection, a rating from 1 to 5, and the verdict and defect type as confirmed. The inspection itself does not change.",
  input: FeedbackInput,
  output: Feedback,
  async run({ asCase, ...input }, context) {
    const { store } = context;
    const inspection = await store.inspections.get(input.inspection);
    if (!inspection) {
      throw new GumsaError(
        "inspection_unknown",
        `No inspection with the id ${input.inspection} is recorded.`,
      );
    }
    if (input.type !== undefined) await requireType(input.type, inspection, store);
    const caseId = asCase ? await becomeCase(inspection, input, context) : undefined;
    const createdAt = new Date().toISOString();
    const feedback: Feedback = { ...input, createdAt, ...(caseId !== undefined && { caseId }) };
    await store.feedback.add(feedback);
    return feedback;
  },
});

/** The inspected picture as a case of the confirmed type, at the strongest region that was found. */
const becomeCase = async (
  { id, product, images: [first], regions: [strongest] }: Inspection,
  { type, verdict }: Pick<Feedback, "type" | "verdict">,
  context: ToolContext,
): Promise<string | undefined> => {
  if (product === null || !first || type === undefined || verdict === "pass") {
    throw new GumsaError(
      "usage_invalid",
      `${id} cannot become a case: that takes a product and a confirmed defect type.`,
      {
        hint: "name the confirmed type, and another verdict than pass",
      },
    );
  }
  const box = strongest && {
    x: strongest.x,
    y: strongest.y,
    width: strongest.width,
    height: strongest.height,
  };
  const { fileName, view, image } = first;
  const picture = { fileName, view, type, image: image.id, ...(box && { box }) };
  const [added] = await addCases.run({ product, cases: [picture] }, context);
  return added?.id;
};

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
