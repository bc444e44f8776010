import { type Command, InvalidArgumentError, Option } from "commander";
import { GumsaError } from "../errors.ts";
import type { ModelInput } from "../inspector.ts";
import type { Context } from "./context.ts";
import { readBytes } from "./files.ts";
import { modelText } from "./model-text.ts";
import { answer } from "./output.ts";
import { createProgress } from "./progress.ts";

interface AddOptions {
  readonly onnx?: string;
  readonly from?: string;
  readonly taps?: readonly string[];
  readonly input: number;
  readonly mean: readonly number[];
  readonly std: readonly number[];
  readonly detector?: "yolox";
  readonly labels?: string;
  readonly licence?: string;
}

/** Those of nearly every network that was trained on ImageNet. */
const IMAGENET = { mean: "0.485,0.456,0.406", std: "0.229,0.224,0.225" } as const;

export const addModelsAdd = (models: Command, context: Context): void => {
  const words = context.words.help.models;
  const numbers = parseNumbers(context);
  models
    .command("add")
    .description(words.add)
    .argument("<name>", words.newName)
    .option("--onnx <file>", words.onnx)
    .option("--from <model>", words.from)
    .option("--taps <tensors>", words.taps, (text: string) => text.split(","))
    .requiredOption("--input <px>", words.input, parsePixels(context))
    .addOption(
      new Option("--mean <r,g,b>", words.mean)
        .default(numbers(IMAGENET.mean), IMAGENET.mean)
        .argParser(numbers),
    )
    .addOption(
      new Option("--std <r,g,b>", words.std).default(numbers(IMAGENET.std), IMAGENET.std).argParser(numbers),
    )
    .addOption(new Option("--detector <kind>", words.detector).choices(["yolox"]))
    .option("--labels <file>", words.labels)
    .option("--licence <name>", words.licence)
    .action((name: string, options: AddOptions) => add(name, options, context));
};

const add = async (name: string, options: AddOptions, context: Context): Promise<void> => {
  const input = await modelInput(name, options, context);
  await using inspector = await context.openInspector();
  using display = createProgress(context);
  const added = await inspector.models.add(input);
  display.clear();
  answer(context, added, () => modelText(added, context));
};

const modelInput = async (name: string, options: AddOptions, { words }: Context): Promise<ModelInput> => {
  const { taps, input: inputPx, mean, std, detector, labels, licence } = options;
  const shared = {
    name,
    inputPx,
    source: sourceOf(options, words.models.sourceNeeded),
    ...(licence && { licence }),
  };
  if (taps) return { ...shared, task: "patch-features", taps, mean, std };
  if (!detector || labels === undefined) throw usage(words.models.kindNeeded);
  const text = new TextDecoder().decode(await readBytes(labels, words));
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  return { ...shared, task: "boxes", labels: lines.filter((line) => line !== "") };
};

const sourceOf = ({ onnx, from }: AddOptions, problem: string): ModelInput["source"] => {
  if (onnx !== undefined && from === undefined) return { onnx };
  if (from !== undefined && onnx === undefined) return { from };
  throw usage(problem);
};

const usage = (problem: string): GumsaError =>
  new GumsaError("usage_invalid", problem, { hint: "gumsa models add --help" });

const parseNumbers =
  ({ words }: Context) =>
  (text: string): readonly number[] => {
    const numbers = text.split(",").map((part) => (part.trim() === "" ? Number.NaN : Number(part)));
    if (numbers.length === 3 && numbers.every(Number.isFinite)) return numbers;
    throw new InvalidArgumentError(words.models.numbersInvalid);
  };

const parsePixels =
  ({ words }: Context) =>
  (text: string): number => {
    const pixels = Number(text);
    if (Number.isInteger(pixels) && pixels >= 32 && pixels <= 2048) return pixels;
    throw new InvalidArgumentError(words.models.inputInvalid);
  };
