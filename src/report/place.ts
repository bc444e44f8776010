// Where a region lies, in the words of a person who points: the picture is cut into three rows and three columns.
import type { ImageRef } from "../domain/image-ref.ts";
import type { Box } from "../domain/region.ts";

export type PictureSize = Pick<ImageRef, "widthPx" | "heightPx">;

const ROWS = ["upper", "middle", "lower"] as const;
const COLUMNS = ["left", "center", "right"] as const;
export type Place = `${(typeof ROWS)[number]}-${(typeof COLUMNS)[number]}`;

/** The ninth of the picture in which the middle of the box lies. */
export const placeOf = (box: Box, picture: PictureSize): Place => {
  const row = ROWS[third(box.y + box.height / 2, picture.heightPx)] ?? "lower";
  const column = COLUMNS[third(box.x + box.width / 2, picture.widthPx)] ?? "right";
  return `${row}-${column}`;
};

const third = (position: number, size: number): number =>
  Math.min(2, Math.max(0, Math.floor((3 * position) / size)));
