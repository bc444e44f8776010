import { basename } from "node:path";
import type { DataFile } from "../suite.ts";

/** The type of a picture with nothing wrong on it. */
export const GOOD = "good";
/** The type of a bad picture of which no more is known. */
export const UNTYPED = "bad";

export interface LabelledPicture extends DataFile {
  /** `good`, or the defect type: the folder's name. */
  readonly type: string;
  /** Pictures of one group (a sheet, a part) resemble each other: never on both sides of a split. */
  readonly group?: string;
  /** Where the defect is. */
  readonly mask?: DataFile;
}

export interface LabelledProduct {
  /** The folder's name. */
  readonly name: string;
  /** Good pictures to learn from. */
  readonly train: readonly LabelledPicture[];
  readonly test: readonly LabelledPicture[];
}

/** What the expression finds in the file's name: its first group, or all of it. */
export const withGroup = (picture: LabelledPicture, groupBy: RegExp | undefined): LabelledPicture => {
  if (groupBy === undefined) return picture;
  const found = groupBy.exec(basename(picture.name));
  return { ...picture, group: found?.[1] ?? found?.[0] ?? picture.name };
};
