// Products of a data set, built by the same code as anybody's: through the inspector, from good pictures that were
// decoded before, so that a broken one is listed and does not end the run.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { DefectType } from "../../src/domain/defect-type.ts";
import type { BlobId } from "../../src/domain/image-ref.ts";
import type { Box } from "../../src/domain/region.ts";
import type { Bilingual } from "../../src/domain/language.ts";
import { GumsaError, throwIfCancelled } from "../../src/errors.ts";
import type { SuiteContext } from "../context.ts";
import type { LabelledPicture, LabelledProduct } from "../datasets/labelled-picture.ts";
import type { DataFile } from "../suite.ts";

export interface BuiltProduct {
  readonly id: string;
  readonly alpha: number;
  /** The version of the memory bank. */
  readonly bank: string;
  /** Name and SHA-256 of the feature network. */
  readonly model: string;
  /** Ids of the pictures that it learnt from: to judge it on them would flatter it. */
  readonly learnt: ReadonlySet<string>;
}

interface BuildOptions {
  readonly alpha?: number | undefined;
  readonly types?: readonly DefectType[];
  readonly cases?: readonly StoredCase[];
}

/** A known defect whose picture and mask are in the store. */
export interface StoredCase {
  readonly id: BlobId;
  readonly fileName: string;
  /** The code of its defect type. */
  readonly type: string;
  readonly mask?: BlobId;
  /** In place of a mask. */
  readonly box?: Box;
}

/** Its id tells its pictures, so that an interrupted run finds it again and no other. */
export const buildProduct = async (
  { name, train }: LabelledProduct,
  context: SuiteContext,
  options: BuildOptions = {},
): Promise<BuiltProduct> => {
  const good = await readable(name, train, context);
  const id = await buildStored(name, good, context, options);
  return shown(id, new Set(good.map((picture) => picture.id)), context);
};

/** From pictures that are in the store; the product's id. */
export const buildStored = async (
  name: string,
  good: readonly { readonly name: string; readonly id: BlobId }[],
  context: SuiteContext,
  { alpha, types = [], cases = [] }: BuildOptions = {},
): Promise<string> => {
  const { inspector, signal } = context;
  const hash = createHash("sha256").update(JSON.stringify([alpha, good.map(({ id }) => id).sort(), cases]));
  const id = `${slug(name)}-${hash.digest("hex").slice(0, 8)}`;
  if (!(await inspector.products.list()).some((known) => known.id === id)) {
    await inspector.products.add(
      {
        id,
        names: { ko: name, en: name },
        ...(alpha !== undefined && { alpha }),
        types,
        cases: cases.map(({ id: image, mask, ...known }) => ({
          ...known,
          read: () => inspector.blobs.get(image),
          ...(mask !== undefined && { readMask: () => inspector.blobs.get(mask) }),
        })),
        good: good.map((picture) => ({
          fileName: picture.name,
          read: () => inspector.blobs.get(picture.id),
        })),
      },
      { signal, onProgress: (step, share) => step === "build_bank" && context.tell(learning(name), share) },
    );
  }
  return id;
};

/** A product of the user's own store, copied into the run's. */
export const borrowedProduct = async (id: string, context: SuiteContext): Promise<BuiltProduct> => {
  await context.borrowProduct(id);
  const { good } = await context.inspector.products.sources(id);
  const learnt = new Set<string>();
  for (const { read } of good) learnt.add(await context.inspector.blobs.put(await read()));
  return shown(id, learnt, context);
};

/** The named product of the user's store, or the one that ships with Gumsa. */
export const borrowedOrDemo = async (
  id: string | undefined,
  context: SuiteContext,
): Promise<BuiltProduct> => {
  if (id !== undefined) return borrowedProduct(id, context);
  const demo = await context.inspector.products.addDemo({
    signal: context.signal,
    onProgress: (step, share) => step === "build_bank" && context.tell(learning("casting"), share),
  });
  return shown(demo, new Set(), context);
};

const shown = async (
  id: string,
  learnt: ReadonlySet<string>,
  { inspector }: SuiteContext,
): Promise<BuiltProduct> => {
  const { product, bank } = await inspector.products.show(id);
  const model = `${bank?.model} ${bank?.modelSha256}`;
  if (bank) return { id, alpha: product.alpha, bank: bank.version, model, learnt };
  throw new GumsaError("references_too_few", `${id} has no memory bank.`, {
    hint: `gumsa product add ${id} --good DIR`,
  });
};

/** Stored and decoded once; throws `image_damaged` and such. */
export const storePicture = async ({ name, path }: DataFile, { inspector }: SuiteContext) => {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new GumsaError("file_unreadable", `${name} cannot be read.`, { cause });
  });
  if (bytes.length === 0) throw new GumsaError("image_unreadable", `${name} is empty (0 bytes).`);
  return inspector.tool("openImage", { image: await inspector.blobs.put(bytes), fileName: name });
};

/** Those that can be decoded, with their ids. */
export const readable = async (
  name: string,
  pictures: readonly LabelledPicture[],
  context: SuiteContext,
): Promise<{ name: string; id: string }[]> => {
  const found: { name: string; id: string }[] = [];
  for (const [i, picture] of pictures.entries()) {
    throwIfCancelled(context.signal);
    context.tell(reading(name), (i + 1) / pictures.length);
    try {
      found.push({ name: picture.name, id: (await storePicture(picture, context)).id });
    } catch (error) {
      context.leaveOut(picture.name, error);
    }
  }
  return found;
};

const reading = (name: string): Bilingual => ({
  ko: `${name}: 사진 읽는 중`,
  en: `${name}: reading pictures`,
});
const learning = (name: string): Bilingual => ({
  ko: `${name}: 메모리 뱅크 만드는 중`,
  en: `${name}: building the memory bank`,
});

/** At most 31 letters: a hash follows, and an id has 40. */
const slug = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 31)
    .replace(/-$/, "") || "product";
