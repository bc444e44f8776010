// The whole graph against the truth: what passes, what fails, and what a person or another picture is asked for.
import { readFile } from "node:fs/promises";
import type { SuiteContext } from "../../context.ts";
import { defineSuite } from "../../suite.ts";
import { LABELLED_FLAGS, LabelledOptions } from "../labelled-flags.ts";
import { type LabelledItem, openLabelledSet, storedTestPicture } from "../labelled-set.ts";
import { scoreVerdicts, VERDICT_FIGURES, VerdictResult } from "./score.ts";
import { verdictSections } from "./sections.ts";

export const verdict = defineSuite({
  name: "verdict",
  describes: {
    ko: "판정: 합격, 불합격, 확인 필요, 재촬영을 정답과 비교; 놓친 불량, 오경보, 확인 비율",
    en: "verdicts against the truth: defects missed, false alarms, what is sent to a person, by type",
  },
  flags: LABELLED_FLAGS.filter(({ flags }) => !/^--(masks|black)/.test(flags)),
  options: LabelledOptions.omit({ blackIsDefect: true }).transform((options) => ({
    ...options,
    blackIsDefect: false,
  })),
  result: VerdictResult,
  figures: VERDICT_FIGURES,
  async open(options, context) {
    const set = await openLabelledSet(options, context);
    return {
      ...set,
      measure: async ({ id }) => ({ ...(await measure(set.find(id), context)), isOneOfMany: set.isFolder }),
      sections: async (measured) => [...set.warnings, ...(await verdictSections(measured, context))],
    };
  },
  score: scoreVerdicts,
});

/** The picture is stored first: one that is broken, or that the product learnt from, is listed and not inspected. */
const measure = async (
  item: LabelledItem,
  context: SuiteContext,
): Promise<Omit<VerdictResult, "isOneOfMany">> => {
  const { inspector, language, signal } = context;
  const { picture, product, name } = item;
  await storedTestPicture(item, context);
  const images = [{ fileName: picture.name, bytes: await readFile(picture.path) }];
  const start = performance.now();
  const inspection = await inspector.inspect(
    { images, product: product.id, language, writer: "rule" },
    { signal },
  );
  return {
    product: name,
    type: picture.type,
    verdict: inspection.verdict.kind,
    reasons: inspection.verdict.reasons,
    alpha: product.alpha,
    durationMs: performance.now() - start,
    inspection: inspection.id,
  };
};
