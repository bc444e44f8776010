// What `anomaly` and `verdict` judge on, whatever layout it was read from.

/** The type of a picture with nothing wrong on it. */
export const GOOD = "good";

export interface LabelledPicture {
  /** Within the data set, with forward slashes. */
  readonly name: string;
  readonly path: string;
  /** `good`, or the defect type: the folder's name. */
  readonly type: string;
  /** Pictures of one group (a sheet, a part) resemble each other: never on both sides of a split. */
  readonly group: string;
  /** White where the defect is. */
  readonly mask?: { readonly name: string; readonly path: string };
}

export interface LabelledProduct {
  /** The folder's name. */
  readonly name: string;
  /** Good pictures to learn from. */
  readonly train: readonly LabelledPicture[];
  readonly test: readonly LabelledPicture[];
}
