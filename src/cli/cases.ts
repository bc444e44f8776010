import { basename } from "node:path";
import { type Command, InvalidArgumentError } from "commander";
import type { Case } from "../domain/case.ts";
import { Box } from "../domain/region.ts";
import { addCasesSearch } from "./cases-search.ts";
import type { Context } from "./context.ts";
import { readBytes } from "./files.ts";
import { answer } from "./output.ts";
import { createProgress } from "./progress.ts";

interface AddOptions {
  readonly box?: Box;
  readonly view?: string;
}

export const addCasesCommand = (program: Command, context: Context): void => {
  const words = context.words.help.cases;
  const cases = program.command("cases").description(words.does);
  cases
    .command("add")
    .description(words.add)
    .argument("<product>", words.product)
    .argument("<type>", words.type)
    .argument("<picture...>", words.pictures)
    .option("--box <x,y,w,h>", words.box, parseBox(context))
    .option("--view <view>", words.view)
    .action((product: string, type: string, paths: string[], options: AddOptions) =>
      add({ product, type, paths, ...options }, context),
    );
  cases
    .command("list")
    .description(words.list)
    .argument("[product]", words.ofProduct)
    .action((product: string | undefined) => list(product, context));
  addCasesSearch(cases, context);
  cases
    .command("remove")
    .description(words.remove)
    .argument("<case>", words.id)
    .action((id: string) => remove(id, context));
};

interface Added extends AddOptions {
  readonly product: string;
  readonly type: string;
  readonly paths: readonly string[];
}

const add = async ({ product, type, paths, ...options }: Added, context: Context): Promise<void> => {
  await using inspector = await context.openInspector();
  using display = createProgress(context);
  const pictures = paths.map((path) => ({
    fileName: basename(path),
    type,
    read: () => readBytes(path, context.words),
    ...options,
  }));
  const added = await inspector.cases.add(product, pictures, display.progress);
  display.clear();
  answer(context, added, () => casesText(added, context));
};

/** Without a product: those of every one. */
const list = async (product: string | undefined, context: Context): Promise<void> => {
  await using inspector = await context.openInspector();
  const products = product === undefined ? (await inspector.products.list()).map(({ id }) => id) : [product];
  const cases: Case[] = [];
  for (const id of products) cases.push(...(await inspector.cases.list(id)));
  answer(context, cases, () => casesText(cases, context));
};

const remove = async (id: string, context: Context): Promise<void> => {
  await using inspector = await context.openInspector();
  await inspector.cases.remove(id);
  answer(context, { removed: id }, () => context.words.cases.removed(id));
};

const casesText = (cases: readonly Case[], { words }: Context): string =>
  cases.length > 0
    ? cases.map((entry) => caseLine(entry, words.cases.wholePicture)).join("\n")
    : words.cases.none;

const caseLine = ({ id, fileName, box }: Case, whole: string): string => {
  const place = box ? [box.x, box.y, box.width, box.height].map(Math.round).join(",") : whole;
  return `${id}  ${fileName}  ${place}`;
};

const parseBox =
  ({ words }: Context) =>
  (text: string): Box => {
    const [x, y, width, height, ...rest] = text
      .split(",")
      .map((part) => (part.trim() === "" ? NaN : Number(part)));
    const box = Box.safeParse({ x, y, width, height });
    if (!box.success || rest.length > 0) throw new InvalidArgumentError(words.cases.boxInvalid);
    return box.data;
  };
