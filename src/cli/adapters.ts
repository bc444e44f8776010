import { type Command, InvalidArgumentError } from "commander";
import type { Adapter, WriterTally } from "../domain/adapter.ts";
import { GumsaError } from "../errors.ts";
import type { AdapterInput, ProofInput } from "../inspector.ts";
import type { Context } from "./context.ts";
import { answer } from "./output.ts";
import { createProgress } from "./progress.ts";

interface AddOptions extends ProofInput {
  readonly base: string;
  readonly against?: string;
  readonly merged?: string;
  readonly projector?: string;
  readonly lora?: string;
  readonly endpoint?: string;
  readonly model?: string;
}

export const addAdaptersCommand = (program: Command, context: Context): void => {
  const words = context.words.help.adapters;
  const adapters = program.command("adapters").description(words.does);
  const proof = (command: Command): Command =>
    command
      .option("--product <id>", words.product)
      .option("--inspections <count>", words.inspections, parseCount(context));
  proof(
    adapters
      .command("add")
      .description(words.add)
      .argument("<name>", words.name)
      .requiredOption("--base <profile>", words.base)
      .option("--against <model>", words.against)
      .option("--merged <gguf>", words.merged)
      .option("--projector <gguf>", words.projector)
      .option("--lora <file>", words.lora)
      .option("--endpoint <address>", words.endpoint)
      .option("--model <name>", words.model),
  ).action((name: string, options: AddOptions) => add(name, options, context));
  proof(adapters.command("prove").description(words.prove).argument("<name>", words.name)).action(
    (name: string, options: ProofInput) => prove(name, options, context),
  );
  adapters
    .command("list")
    .description(words.list)
    .action(() => list(context));
  adapters
    .command("remove")
    .description(words.remove)
    .argument("<name>", words.name)
    .action((name: string) => remove(name, context));
};

const add = async (name: string, options: AddOptions, context: Context): Promise<void> => {
  const { base, against } = options;
  const source = sourceOf(options, context);
  await using inspector = await context.openInspector();
  using display = createProgress(context);
  const input = { ...options, name, base, source, ...(against !== undefined && { baseModel: against }) };
  const added = await inspector.adapters.add(input, display.progress);
  display.clear();
  answer(context, added, () => adapterText(added, context));
};

/** Exactly one of the three ways. */
const sourceOf = (
  { merged, projector, lora, endpoint, model }: AddOptions,
  { words }: Context,
): AdapterInput["source"] => {
  const ways = [merged, lora, endpoint].filter((way) => way !== undefined).length;
  if (ways === 1 && merged !== undefined)
    return { kind: "merged", gguf: merged, ...(projector !== undefined && { projector }) };
  if (ways === 1 && lora !== undefined) return { kind: "lora", file: lora };
  if (ways === 1 && endpoint !== undefined && model !== undefined) return { kind: "served", endpoint, model };
  throw new GumsaError("usage_invalid", words.adapters.oneSource, { hint: "gumsa adapters add --help" });
};

const prove = async (name: string, options: ProofInput, context: Context): Promise<void> => {
  await using inspector = await context.openInspector();
  using display = createProgress(context);
  const proven = await inspector.adapters.prove(name, options, display.progress);
  display.clear();
  answer(context, proven, () => adapterText(proven, context));
};

const list = async (context: Context): Promise<void> => {
  await using inspector = await context.openInspector();
  const adapters = await inspector.adapters.list();
  answer(context, adapters, () =>
    adapters.length > 0
      ? adapters.map((adapter) => adapterText(adapter, context)).join("\n")
      : context.words.adapters.none,
  );
};

const remove = async (name: string, context: Context): Promise<void> => {
  await using inspector = await context.openInspector();
  await inspector.adapters.remove(name, { signal: context.io.signal });
  answer(context, { removed: name }, () => context.words.adapters.removed(name));
};

const adapterText = (
  { name, kind, base, model, server, proof }: Adapter,
  { words: { adapters } }: Context,
): string => {
  const outcome = proof ? adapters.outcomes[proof.outcome] : adapters.unproven;
  const lines = [`${name}  ${adapters.kinds[kind]}  ${base}  ${model}  ${server}`, outcome];
  if (proof) {
    lines.push(adapters.differing(proof.differing, proof.inspections));
    lines.push(tallyText(proof.base, adapters.tally), tallyText(proof.adapter, adapters.tally));
  }
  return lines.join("\n  ");
};

const tallyText = (
  { model, sentences, removed, fallbacks, medianMs }: WriterTally,
  say: Context["words"]["adapters"]["tally"],
): string => `${model}: ${say(sentences, removed, fallbacks)}, ${(medianMs / 1000).toFixed(1)} s`;

const parseCount =
  ({ words }: Context) =>
  (text: string): number => {
    const count = Number(text);
    if (Number.isInteger(count) && count >= 1) return count;
    throw new InvalidArgumentError(words.adapters.countInvalid);
  };
