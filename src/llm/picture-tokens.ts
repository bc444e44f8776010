import type { PictureCost } from "./profiles/profile.ts";

export interface PictureSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** What pictures cost at least and at most. A server may resize once more, so a grid is no exact figure either. */
export interface TokenRange {
  readonly least: number;
  readonly most: number;
}

export const pictureTokens = (cost: PictureCost, { widthPx, heightPx }: PictureSize): TokenRange => {
  if (cost.kind === "range") return { least: cost.least, most: cost.most };
  const squares = (lengthPx: number): number => Math.max(1, Math.round(lengthPx / cost.squarePx));
  const tokens = squares(widthPx) * squares(heightPx) + cost.around;
  // Servers round to squares up or down and some make small pictures larger: a row and a column of slack.
  return { least: tokens, most: (squares(widthPx) + 1) * (squares(heightPx) + 1) + cost.around };
};

export const totalTokens = (cost: PictureCost, pictures: readonly PictureSize[]): TokenRange =>
  pictures
    .map((picture) => pictureTokens(cost, picture))
    .reduce((sum, { least, most }) => ({ least: sum.least + least, most: sum.most + most }), {
      least: 0,
      most: 0,
    });
