// Confirmed inspections as pairs to fine-tune a language model with: the very questions that it will be asked, and the
// answers that a person's confirmation stands behind. Where the person corrected the verdict, the report is left out.
import type { Feedback } from "../domain/feedback.ts";
import type { FinetunePair } from "../domain/finetune-pair.ts";
import type { Inspection } from "../domain/inspection.ts";
import { Language } from "../domain/language.ts";
import { GumsaError } from "../errors.ts";
import type { Inspector } from "./contract.ts";
import type { FinetuneInput, FinetuneSample, Progress } from "./inputs.ts";
import type { Profile } from "../llm/profiles/profile.ts";
import { PROFILES, profileNamed } from "../llm/profiles/profiles.ts";
import { describePair } from "./finetune-describe.ts";
import { reportPair } from "./finetune-report.ts";
import { splitOf } from "./finetune-split.ts";
import type { Parts } from "./parts.ts";
import { productOf } from "./recorded.ts";

const DEFAULT_BASE = "qwen2-vl";
const MOST_INSPECTIONS = 1e6;

export const finetunePairsOf =
  (parts: Parts): Inspector["finetunePairs"] =>
  (input, run = {}) =>
    samples(input, parts, run);

/** One question of one inspection, as it is put to a model. */
export interface Confirmed {
  readonly inspection: Inspection;
  readonly feedback: Feedback;
  readonly profile: Profile;
  readonly split: FinetunePair["split"];
  readonly language: Language;
}

async function* samples(
  { product: only, base = DEFAULT_BASE }: FinetuneInput,
  parts: Parts,
  { signal }: Progress,
): AsyncGenerator<FinetuneSample> {
  const profile = profileNamed(base);
  if (!profile) {
    throw new GumsaError("usage_invalid", `There is no profile ${base}.`, {
      hint: `one of ${PROFILES.map(({ name }) => name).join(", ")}`,
    });
  }
  const { store } = parts;
  const filter = { ...(only !== undefined && { product: only }), limit: MOST_INSPECTIONS };
  const inspections = await store.inspections.list(filter);
  const split = splitOf(inspections);
  for (const inspection of inspections.toReversed()) {
    const feedback = (await store.feedback.list(inspection.id)).findLast(isConfirmed);
    const half = split(inspection);
    if (!feedback || half === undefined) continue;
    const product = await productOf(inspection, store);
    for (const language of Language.options) {
      const confirmed = { inspection, feedback, profile, split: half, language };
      for (const pair of [describePair, reportPair]) {
        const sample = await pair(confirmed, { parts, product, signal });
        if (sample) yield sample;
      }
    }
  }
}

const isConfirmed = ({ verdict, type }: Feedback): boolean => verdict !== undefined || type !== undefined;
