// Writes the report of a recorded inspection once more, by another writer: the same evidence, the same check. The
// record stays as it is.
import type { Inspection } from "../domain/inspection.ts";
import type { Language } from "../domain/language.ts";
import type { Product } from "../domain/product.ts";
import type { Report } from "../domain/report.ts";
import type { ChatModels } from "../llm/chat-model.ts";
import { checkReport } from "../nodes/check-report.ts";
import { type InspectionFacts, known } from "../nodes/node.ts";
import { writeReport } from "../nodes/write-report.ts";
import type { Toolbox } from "../tools/toolbox.ts";

export interface Rewriting {
  readonly writer: string;
  readonly language: Language;
  readonly product: Product | null;
  readonly tools: Toolbox;
  readonly chat: ChatModels;
  readonly signal?: AbortSignal | undefined;
}

export interface Rewritten {
  /** As the writer gave it to the check. */
  readonly draft: Report;
  readonly report: Report;
  readonly durationMs: number;
}

export const rewrite = async (
  inspection: Inspection,
  { writer, language, product, signal, ...deps }: Rewriting,
): Promise<Rewritten> => {
  const facts = factsOf(inspection, { writer, language, product });
  const start = performance.now();
  const draft = known((await writeReport(deps)(facts, { signal })).report, "the draft");
  const durationMs = performance.now() - start;
  const { report } = await checkReport(deps)({ ...facts, report: draft }, { signal });
  return { draft, report: known(report, "the report"), durationMs };
};

/** What the graph knew before the report was written. */
export const factsOf = (
  inspection: Inspection,
  asked: Pick<Rewriting, "writer" | "language" | "product">,
): InspectionFacts => {
  const { id, createdAt, product, metadata, images } = inspection;
  const { report, pictures, ...found } = inspection;
  const named = images.map(({ view, fileName, image }) => ({ view, fileName, id: image.id }));
  const { writer, language } = asked;
  return {
    ...found,
    request: { id, createdAt, product, images: named, language, writer, metadata },
    product: asked.product,
  };
};
