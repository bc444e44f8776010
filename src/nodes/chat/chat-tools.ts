// The tools of a conversation: tools of the toolbox, bound to the inspection that is spoken of, so that neither the
// rules nor a language model can ask about another one by mistake. What each finds comes back as facts.
import { z } from "zod";
import type { Found, Ground } from "../../chat/ground.ts";
import { InspectionId } from "../../domain/inspection.ts";
import { Box } from "../../domain/region.ts";
import { GumsaError } from "../../errors.ts";
import type { Toolbox } from "../../tools/toolbox.ts";

export interface ChatTool<Input extends z.ZodObject = z.ZodObject> {
  /** That of the tool behind it. */
  readonly name: string;
  readonly description: string;
  readonly input: Input;
  readonly call: (input: unknown, run: { signal?: AbortSignal | undefined }) => Promise<readonly Found[]>;
}

interface Bound extends Ground {
  readonly tools: Toolbox;
}

type Definition<Input extends z.ZodObject> = Omit<ChatTool<Input>, "call"> & {
  readonly find: (
    input: z.output<Input>,
    run: { signal?: AbortSignal | undefined },
  ) => Promise<readonly Found[]>;
};

/** Throws `usage_invalid` for input that the schema refuses. */
const chatTool = <Input extends z.ZodObject>({ find, ...tool }: Definition<Input>): ChatTool => ({
  ...tool,
  async call(input, run) {
    const parsed = tool.input.safeParse(input);
    if (parsed.success) return find(parsed.data, run);
    const [issue] = parsed.error.issues;
    throw new GumsaError("usage_invalid", `${tool.name}: ${issue?.path.join(".")} ${issue?.message}`);
  },
});

const Area = z.object({
  region: z.int().positive().optional().describe("A region's number."),
  box: Box.optional().describe("In pixels of the inspected picture."),
});

export const chatTools = (bound: Bound): readonly ChatTool[] => [...ofRecord(bound), ...ofProduct(bound)];

const ofRecord = ({ tools, inspection: { id } }: Bound): readonly ChatTool[] => [
  chatTool({
    name: "look_closer",
    description: "Cut a region or box out of the inspected picture and enlarge it for the reader.",
    input: Area,
    find: async (area, run) => [
      { kind: "look", ...(await tools.lookCloser({ inspection: id, ...area }, run)) },
    ],
  }),
  chatTool({
    name: "suppose_limit",
    description: "The verdict with another threshold or false-alarm rate (alpha). Hypothetical.",
    input: z.object({ what: z.enum(["threshold", "alpha"]), value: z.number().nonnegative() }),
    find: async (supposed, run) => [
      { kind: "hypothesis", ...(await tools.supposeLimit({ inspection: id, supposed }, run)) },
    ],
  }),
  chatTool({
    name: "ignore_area",
    description: "The verdict without a region or box of the picture. Hypothetical.",
    input: Area,
    find: async (area, run) => [
      { kind: "hypothesis", ...(await tools.ignoreArea({ inspection: id, ...area }, run)) },
    ],
  }),
  chatTool({
    name: "explain_number",
    description: "Where a number of the record comes from: formula, null scores, model, bank.",
    input: z.object({ number: z.union([z.number(), z.enum(["distance", "threshold", "pValue"])]) }),
    find: async (asked, run) => [
      { kind: "origin", ...(await tools.explainNumber({ inspection: id, ...asked }, run)) },
    ],
  }),
  chatTool({
    name: "list_earlier",
    description: "Earlier inspections of the same product, or one named inspection, to compare with.",
    input: z.object({ other: InspectionId.optional(), limit: z.int().min(1).max(5).default(3) }),
    find: async (asked, run) =>
      (await tools.listEarlier({ inspection: id, ...asked }, run)).map((one) => ({
        kind: "inspection",
        ...one,
      })),
  }),
  chatTool({
    name: "list_feedback",
    description: "What people recorded about this inspection: actions, ratings, confirmed verdicts.",
    input: z.object({}),
    find: async (_, run) =>
      (await tools.listFeedback({ inspection: id }, run)).map((one) => ({ kind: "feedback", ...one })),
  }),
];

const ofProduct = ({ tools, inspection, product }: Bound): readonly ChatTool[] => {
  if (product === null) return [];
  const suspected = inspection.evidence.find((item) => item.kind === "similarity")?.defectType;
  return [
    chatTool({
      name: "search_manual",
      description: "Passages of the product's manuals that answer a question, with page and quotation.",
      input: z.object({ question: z.string().min(1) }),
      find: async ({ question }, run) => {
        const { passages } = await tools.searchManual({ product: product.id, question, limit: 3 }, run);
        return passages.map((passage) => ({ kind: "manual", ...passage }));
      },
    }),
    chatTool({
      name: "recall_history",
      description: "Earlier actions about a defect type of this product, and how often they helped.",
      input: z.object({ type: z.string().optional().describe("A defect type's code.") }),
      find: async ({ type = suspected }, run) => {
        const history = type && (await tools.recallHistory({ product: product.id, type }, run));
        return history ? [{ kind: "history", ...history }] : [];
      },
    }),
    chatTool({
      name: "count_inspections",
      description:
        "How many inspections of this product there were from one day to another, by verdict and type.",
      input: z.object({
        from: z.iso.date().optional(),
        to: z.iso.date(),
        type: z.string().optional().describe("A defect type's code."),
      }),
      find: async (asked, run) => [
        { kind: "statistics", ...(await tools.countInspections({ product: product.id, ...asked }, run)) },
      ],
    }),
  ];
};
