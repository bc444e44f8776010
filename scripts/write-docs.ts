// Writes the documents that are made from the code; with --check it writes nothing and fails when one is stale.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { ablationDocument } from "./docs/ablation.ts";
import { architectureDocument } from "./docs/architecture.ts";
import { captureDocument } from "./docs/capture.ts";
import { configurationDocument, environmentExample } from "./docs/configuration.ts";
import type { GeneratedDocument } from "./docs/document.ts";
import { errorsDocument } from "./docs/errors.ts";
import { evaluationDocuments } from "./docs/evaluation.ts";

const DOCUMENTS: readonly GeneratedDocument[] = [
  architectureDocument,
  errorsDocument,
  configurationDocument,
  environmentExample,
  ablationDocument,
  captureDocument,
  ...(await evaluationDocuments()),
];

const root = new URL("../", import.meta.url);

const isStale = async ({ path, text }: GeneratedDocument): Promise<boolean> => {
  const written = await readFile(new URL(path, root), "utf8").catch(() => undefined);
  return written !== (await text());
};

const staleDocuments = async (): Promise<GeneratedDocument[]> => {
  const stale: GeneratedDocument[] = [];
  for (const document of DOCUMENTS) if (await isStale(document)) stale.push(document);
  return stale;
};

const check = async (): Promise<void> => {
  const stale = await staleDocuments();
  for (const { path } of stale) console.error(`${path} is stale: npm run docs`);
  if (stale.length > 0) process.exitCode = 1;
};

const write = async (): Promise<void> => {
  for (const { path, text } of await staleDocuments()) {
    await mkdir(new URL("./", new URL(path, root)), { recursive: true });
    await writeFile(new URL(path, root), await text());
    console.error(`${path} written`);
  }
};

await (process.argv.includes("--check") ? check() : write());
