import { basename } from "node:path";
import type { Command } from "commander";
import type { Reference } from "../domain/reference.ts";
import type { ReferenceChange } from "../domain/reference-change.ts";
import type { ReferenceInput } from "../inspector.ts";
import type { Context } from "./context.ts";
import { isFolder, readBytes } from "./files.ts";
import { answer } from "./output.ts";
import { listPictures } from "./pictures.ts";
import { namedOrOnlyProduct } from "./product-choice.ts";
import { createProgress } from "./progress.ts";
import { tableText } from "./table.ts";

interface ViewOption {
  readonly view?: string;
}

export const addReferencesCommand = (program: Command, context: Context): void => {
  const words = context.words.help.references;
  const references = program.command("references").description(words.does);
  references
    .command("add")
    .description(words.add)
    .argument("<product>", words.product)
    .argument("<picture...>", words.pictures)
    .option("--view <view>", words.view)
    .action((product: string, paths: string[], options: ViewOption) =>
      add({ product, ...options }, paths, context),
    );
  references
    .command("list")
    .description(words.list)
    .argument("[product]", words.ofProduct)
    .action((product: string | undefined) => list(product, context));
  references
    .command("remove")
    .description(words.remove)
    .argument("<product>", words.product)
    .argument("<name...>", words.names)
    .option("--view <view>", words.view)
    .action((product: string, names: string[], options: ViewOption) =>
      remove({ product, names, ...options }, context),
    );
};

interface Asked extends ViewOption {
  readonly product: string;
}

const add = async (asked: Asked, paths: readonly string[], context: Context): Promise<void> => {
  const pictures = await picturesAt(paths, context);
  await using inspector = await context.openInspector();
  using display = createProgress(context);
  const change = await inspector.references.add({ ...asked, pictures }, display.progress);
  display.clear();
  answer(context, change, () => changeText(change, context));
};

const remove = async (asked: Asked & { names: readonly string[] }, context: Context): Promise<void> => {
  await using inspector = await context.openInspector();
  using display = createProgress(context);
  const change = await inspector.references.remove(asked, display.progress);
  display.clear();
  answer(context, change, () => changeText(change, context));
};

const list = async (named: string | undefined, context: Context): Promise<void> => {
  await using inspector = await context.openInspector();
  const product = await namedOrOnlyProduct(named, inspector, context);
  const references = await inspector.references.list(product);
  const { words } = context;
  answer(context, references, () =>
    references.length > 0 ? tableText(references.map(row)).join("\n") : words.references.none,
  );
};

const row = ({ view, fileName, image, addedAt }: Reference): string[] => [
  view,
  fileName,
  `${image.widthPx} × ${image.heightPx}`,
  addedAt.slice(0, 10),
  image.id,
];

/** Folders stand for the pictures in them. */
const picturesAt = async (paths: readonly string[], { words }: Context): Promise<ReferenceInput[]> => {
  const files = await Promise.all(
    paths.map(async (path) => ((await isFolder(path)) ? listPictures(path, words) : [path])),
  );
  return files.flat().map((path) => ({ fileName: basename(path), read: () => readBytes(path, words) }));
};

const changeText = (change: ReferenceChange, { words }: Context): string => {
  const { added, removed, thresholdBefore, threshold, neededReferences, product } = change;
  const said = words.references;
  if (added.length + removed.length === 0) return said.same;
  const limit =
    threshold === undefined
      ? said.needed(neededReferences)
      : said.threshold(thresholdBefore?.toPrecision(4) ?? "–", threshold.toPrecision(4));
  return [
    ...(added.length > 0 ? [said.added(added.length)] : []),
    ...(removed.length > 0 ? [said.removed(removed.length)] : []),
    `  ${said.left(change)}, ${limit}`,
    ...(added.length > 0 ? [`gumsa product audit ${product}`] : []),
  ].join("\n");
};
