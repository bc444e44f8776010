import type { Command } from "commander";
import { loadConfig } from "../config.ts";
import type { Context } from "./context.ts";
import { answer } from "./output.ts";

export const addBackupCommands = (program: Command, context: Context): void => {
  const words = context.words.help.backup;
  program
    .command("backup")
    .description(words.does)
    .argument("<folder>", words.to)
    .action((folder: string) => backUp(folder, context));
  program
    .command("restore")
    .description(words.restore)
    .argument("<folder>", words.from)
    .option("--overwrite", words.overwrite)
    .action((folder: string, { overwrite = false }: { overwrite?: boolean }) =>
      restore(folder, overwrite, context),
    );
};

const backUp = async (folder: string, context: Context): Promise<void> => {
  await using inspector = await context.openInspector();
  const summary = await inspector.backup(folder, { signal: context.io.signal });
  const { blobs, sizeBytes } = summary;
  answer(context, { folder, ...summary }, () =>
    context.words.backup.made(folder, blobs, megabytes(sizeBytes)),
  );
};

/** The store is not opened: it may be the one that is damaged. */
const loadRestore = async () => (await import("../inspector.ts")).restoreHome;

const restore = async (folder: string, overwrites: boolean, context: Context): Promise<void> => {
  const { home } = loadConfig(context.io.environment);
  const restored = await (await loadRestore())(folder, { home, overwrites });
  const { movedTo, createdAt } = restored;
  const words = context.words.backup;
  answer(context, { home, ...restored }, () =>
    [words.restored(home, createdAt), ...(movedTo === undefined ? [] : [words.movedTo(movedTo)])].join("\n"),
  );
};

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);
