// The adapter proof: both models write the reports of the same recorded inspections. An adapter that is on answers
// otherwise than its base, and a useful one has no larger share of its sentences taken out by the check.
import type { Adapter, AdapterProof, WriterTally } from "../domain/adapter.ts";
import type { Inspection } from "../domain/inspection.ts";
import { RULE_WRITER } from "../domain/language-model.ts";
import { type Report, SECTIONS } from "../domain/report.ts";
import { GumsaError } from "../errors.ts";
import type { Progress, ProofInput } from "./inputs.ts";
import type { ChatModel, ChatModels } from "../llm/chat-model.ts";
import type { Store } from "../store/store.ts";
import type { Parts } from "./parts.ts";
import { productOf } from "./recorded.ts";
import { type Rewritten, rewrite } from "./rewrite.ts";

const DEFAULT_INSPECTIONS = 10;

interface Proving {
  readonly parts: Parts;
  readonly run: Progress;
}

/** Throws `adapter_unproven` where there is no inspection to prove it on. */
export const proveAdapter = async (
  adapter: Adapter,
  { product, inspections: limit = DEFAULT_INSPECTIONS }: ProofInput,
  { parts, run }: Proving,
): Promise<Adapter> => {
  const { store, chat } = parts;
  const inspections = await store.inspections.list({ ...(product !== undefined && { product }), limit });
  if (inspections.length === 0) {
    throw new GumsaError("adapter_unproven", "There is no recorded inspection to prove the adapter on.", {
      hint: "gumsa inspect a picture first",
    });
  }
  const { base, adapter: tuned } = await chat.openPair(adapter, run);
  const pairs: [Rewritten, Rewritten][] = [];
  for (const [index, inspection] of inspections.entries()) {
    pairs.push([
      await writtenBy(base, inspection, { parts, run }),
      await writtenBy(tuned, inspection, { parts, run }),
    ]);
    run.onProgress?.("compare_models", (index + 1) / inspections.length);
  }
  const proven = { ...adapter, server: tuned.server, proof: proofOf(pairs, { base, tuned }) };
  await store.languageModels.putAdapter(proven);
  return proven;
};

export const knownAdapter = async (name: string, { languageModels }: Store): Promise<Adapter> => {
  const adapter = await languageModels.adapter(name);
  if (adapter) return adapter;
  throw new GumsaError("adapter_unknown", `No adapter of the name ${name} is registered.`, {
    hint: "gumsa adapters list",
  });
};

const writtenBy = async (
  model: ChatModel,
  inspection: Inspection,
  { parts: { store, tools }, run: { signal } }: Proving,
): Promise<Rewritten> => {
  const chat: ChatModels = { open: async () => model, preload: async () => {} };
  const { language } = inspection.report;
  const product = await productOf(inspection, store);
  return rewrite(inspection, { writer: model.name, language, product, tools, chat, signal });
};

const proofOf = (
  pairs: readonly [Rewritten, Rewritten][],
  { base, tuned }: { readonly base: ChatModel; readonly tuned: ChatModel },
): AdapterProof => {
  const differing = pairs.filter(([one, other]) => textOf(one.draft) !== textOf(other.draft)).length;
  const tallies = {
    base: tallyOf(
      base.name,
      pairs.map(([one]) => one),
    ),
    adapter: tallyOf(
      tuned.name,
      pairs.map(([, other]) => other),
    ),
  };
  const proof = { inspections: pairs.length, differing, ...tallies };
  return { provenAt: new Date().toISOString(), ...proof, outcome: outcomeOf(proof) };
};

export const outcomeOf = ({
  differing,
  base,
  adapter,
}: Pick<AdapterProof, "differing" | "base" | "adapter">): AdapterProof["outcome"] => {
  if (base.fallbacks + adapter.fallbacks > 0 || adapter.sentences === 0) return "unanswered";
  if (differing === 0) return "ignored";
  return removedShare(adapter) <= removedShare(base) ? "proven" : "worse";
};

const removedShare = ({ sentences, removed }: WriterTally): number =>
  sentences === 0 ? 1 : removed / sentences;

const tallyOf = (model: string, written: readonly Rewritten[]): WriterTally => {
  const answered = written.filter(({ draft }) => draft.writer !== RULE_WRITER);
  const times = written.map(({ durationMs }) => durationMs).toSorted((one, other) => one - other);
  return {
    model,
    sentences: answered.reduce((sum, { draft }) => sum + ownSentences(draft), 0),
    removed: answered.reduce((sum, { report }) => sum + report.removed.length, 0),
    fallbacks: written.length - answered.length,
    medianMs: times[Math.floor(times.length / 2)] ?? 0,
  };
};

/** The first sentence of the status states the verdict, which is never the model's. */
const ownSentences = ({ sections }: Report): number =>
  SECTIONS.reduce((sum, section) => sum + sections[section].length, -1);

const textOf = ({ sections }: Report): string => JSON.stringify(sections);
