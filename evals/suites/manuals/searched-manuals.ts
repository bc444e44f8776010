// A product whose manuals are the data set's: added one by one as a user adds them, so that a broken one is listed and
// the others are searched. The pages are read a second time, by the judge's own reading.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import sharp from "sharp";
import type { DefectType } from "../../../src/domain/defect-type.ts";
import { throwIfCancelled } from "../../../src/errors.ts";
import type { SuiteContext } from "../../context.ts";
import { pdfPages } from "../../judges/pdf-pages.ts";
import type { DataFile } from "../../suite.ts";

export interface SearchedManuals {
  readonly product: string;
  /** By document name, from page 1 on. */
  readonly pages: ReadonlyMap<string, readonly string[]>;
  /** The SHA-256 of each, by document name. */
  readonly versions: Readonly<Record<string, string>>;
}

export const addManuals = async (
  manuals: readonly DataFile[],
  types: readonly DefectType[],
  context: SuiteContext,
): Promise<SearchedManuals> => {
  const { inspector, signal } = context;
  const product = await productFor(types, context);
  const pages = new Map<string, readonly string[]>();
  const versions: Record<string, string> = {};
  for (const [i, { name, path }] of manuals.entries()) {
    throwIfCancelled(signal);
    context.tell({ ko: "설명서 읽는 중", en: "reading manuals" }, i / manuals.length);
    const fileName = basename(name);
    try {
      const bytes = await readFile(path);
      const read = await pdfPages(bytes, name);
      const [added] = await inspector.manuals.add(product, [{ fileName, bytes }], { signal });
      pages.set(fileName, read);
      if (added) versions[`manual ${fileName}`] = added.documentId;
    } catch (error) {
      context.leaveOut(name, error);
    }
  }
  return { product, pages, versions };
};

/** Found again by an interrupted run. No picture is inspected: two drawn ones are what a product cannot do without. */
const productFor = async (
  types: readonly DefectType[],
  { inspector, signal }: SuiteContext,
): Promise<string> => {
  const hash = createHash("sha256").update(JSON.stringify(types)).digest("hex");
  const id = `manuals-${hash.slice(0, 8)}`;
  const known = await inspector.products.list();
  if (known.some((product) => product.id === id)) return id;
  const good = [64, 192].map((grey) => ({ fileName: `grey-${grey}.png`, read: () => greyPicture(grey) }));
  await inspector.products.add({ id, types, good }, { signal });
  return id;
};

const greyPicture = (grey: number): Promise<Uint8Array> =>
  sharp({ create: { width: 256, height: 256, channels: 3, background: { r: grey, g: grey, b: grey } } })
    .png()
    .toBuffer();
