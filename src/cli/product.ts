import { basename } from "node:path";
import type { Command } from "commander";
import type { DefectType } from "../domain/defect-type.ts";
import type { CaseInput, Inspector, ProductInput } from "../inspector.ts";
import { parseAlpha } from "./alpha.ts";
import { listCases } from "./case-folder.ts";
import type { Context } from "./context.ts";
import { readBytes, readNamed } from "./files.ts";
import { answer } from "./output.ts";
import { listPictures } from "./pictures.ts";
import { addProductAudit } from "./product-audit.ts";
import { addProductCalibrate } from "./product-calibrate.ts";
import { addProductModel } from "./product-model.ts";
import { productLine, productText } from "./product-text.ts";
import { createProgress } from "./progress.ts";
import { readTypes } from "./types-file.ts";

interface AddOptions {
  readonly good: string;
  readonly cases?: string;
  readonly manual?: readonly string[];
  readonly types?: string;
  readonly alpha?: number;
  readonly grounder?: string;
  readonly nameKo?: string;
  readonly nameEn?: string;
}

export const addProductCommand = (program: Command, context: Context): void => {
  const words = context.words.help.product;
  const product = program.command("product").description(words.does);
  addAdd(product, context);
  product
    .command("list")
    .description(words.list)
    .action(() => list(context));
  product
    .command("show")
    .description(words.show)
    .argument("<id>", words.id)
    .action((id: string) => show(id, context));
  addProductAudit(product, context);
  addProductCalibrate(product, context);
  addProductModel(product, context);
  product
    .command("remove")
    .description(words.remove)
    .argument("<id>", words.id)
    .action((id: string) => remove(id, context));
};

const addAdd = (product: Command, context: Context): void => {
  const words = context.words.help.product;
  product
    .command("add")
    .description(words.add)
    .argument("<id>", words.id)
    .requiredOption("--good <folder>", words.good)
    .option("--cases <folder>", words.cases)
    .option("--manual <pdf...>", words.manual)
    .option("--types <file>", words.types)
    .option("--alpha <rate>", words.alpha, parseAlpha(context))
    .option("--grounder <name>", words.grounder)
    .option("--name-ko <name>", words.nameKo)
    .option("--name-en <name>", words.nameEn)
    .action((id: string, options: AddOptions) => add(id, options, context));
};

const add = async (id: string, options: AddOptions, context: Context): Promise<void> => {
  const input = await productInput(id, options, context);
  await using inspector = await context.openInspector();
  using display = createProgress(context);
  const summary = await inspector.products.add(input, display.progress);
  display.clear();
  const { words } = context;
  answer(context, summary, () => [words.product.added(id), productText(summary, context)].join("\n"));
};

/** Everything that can be wrong with the files is told before the long work begins. */
const productInput = async (id: string, options: AddOptions, { words }: Context): Promise<ProductInput> => {
  const { good, manual = [], types, alpha, grounder } = options;
  const pictures = await listPictures(good, words);
  const names = namesOf(options);
  const cases = options.cases === undefined ? [] : await listCases(options.cases, words);
  const described = types === undefined ? typesOf(cases) : await readTypes(types, words);
  return {
    id,
    good: pictures.map((path) => ({ fileName: basename(path), read: () => readBytes(path, words) })),
    manuals: await Promise.all(manual.map((path) => readNamed(path, words))),
    ...(described.length === 0 ? {} : { types: described }),
    ...(cases.length === 0 ? {} : { cases }),
    ...(alpha === undefined ? {} : { alpha }),
    ...(grounder === undefined ? {} : { grounder }),
    ...(names === undefined ? {} : { names }),
  };
};

/** Without a file of types those of the cases are the product's, under their codes. */
const typesOf = (cases: readonly CaseInput[]): DefectType[] =>
  [...new Set(cases.map(({ type }) => type))].map((code) => ({
    code,
    names: { ko: code, en: code },
    synonyms: { ko: [], en: [] },
  }));

/** One name serves both languages. */
const namesOf = ({ nameKo, nameEn }: AddOptions): ProductInput["names"] => {
  const ko = nameKo ?? nameEn;
  const en = nameEn ?? nameKo;
  return ko === undefined || en === undefined ? undefined : { ko, en };
};

const list = async (context: Context): Promise<void> => {
  await using inspector = await context.openInspector();
  const products = await inspector.products.list();
  const { words, language } = context;
  const lines = products.map((product) => productLine(product, language));
  answer(context, products, () =>
    lines.length > 0 ? lines.join("\n") : `${words.product.none}\n${words.product.addHint}`,
  );
};

const show = async (id: string, context: Context): Promise<void> => {
  await using inspector = await context.openInspector();
  const summary = await inspector.products.show(id);
  answer(context, summary, () => productText(summary, context));
};

const remove = async (id: string, context: Context): Promise<void> => {
  await using inspector: Inspector = await context.openInspector();
  await inspector.products.remove(id);
  answer(context, { removed: id }, () => context.words.product.removed(id));
};
