// What is to be inspected: one job a picture, or one job of several views.
import { DEFAULT_VIEW, View } from "../domain/product.ts";
import { GumsaError } from "../errors.ts";
import { isFolder } from "./files.ts";
import type { Words } from "./messages.ts";
import { listPictures } from "./pictures.ts";

interface ViewedPath {
  readonly path: string;
  readonly view?: View;
}

export interface InspectJob {
  /** The path as the user knows it. */
  readonly file: string;
  readonly images: readonly ViewedPath[];
}

export interface InspectJobs {
  readonly jobs: readonly InspectJob[];
  /** Whether one bad picture lets the others go on: a folder, or more than one path. */
  readonly isBatch: boolean;
}

export interface NamedPictures {
  /** Pictures and folders. */
  readonly paths: readonly string[];
  /** As `VIEW=FILE`. */
  readonly views: readonly string[];
}

/** Throws `usage_invalid`, `folder_without_pictures`. A file that is not there is told when it is read. */
export const listJobs = async ({ paths, views }: NamedPictures, words: Words): Promise<InspectJobs> => {
  if (views.length > 0) return { jobs: [jobOfViews({ paths, views }, words)], isBatch: false };
  if (paths.length === 0) throw usageError(words.inspect.noPicture);
  const listed = await Promise.all(
    paths.map(async (path) => {
      const isListed = await isFolder(path);
      return { isListed, files: isListed ? await listPictures(path, words) : [path] };
    }),
  );
  return {
    jobs: listed.flatMap(({ files }) => files).map((file) => ({ file, images: [{ path: file }] })),
    isBatch: paths.length > 1 || listed.some(({ isListed }) => isListed),
  };
};

/** A picture named without a view is the default one. */
const jobOfViews = ({ paths, views }: NamedPictures, words: Words): InspectJob => {
  const images = [
    ...paths.map((path) => ({ path, view: DEFAULT_VIEW })),
    ...views.map((view) => parseView(view, words)),
  ];
  const names = images.map(({ view }) => view);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw usageError(words.inspect.viewTwice(twice));
  return { file: images.map(({ path }) => path).join(", "), images };
};

const parseView = (text: string, words: Words): Required<ViewedPath> => {
  const separator = text.indexOf("=");
  const view = View.safeParse(text.slice(0, Math.max(separator, 0)));
  const path = text.slice(separator + 1);
  if (!view.success || path === "") throw usageError(words.inspect.viewInvalid(text));
  return { view: view.data, path };
};

const usageError = (message: string): GumsaError =>
  new GumsaError("usage_invalid", message, { hint: "gumsa inspect --help" });
