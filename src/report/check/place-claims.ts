// Whether the places that a sentence names are those of the regions it speaks of: the one whose number it gives, else
// any that the cited evidence supports or is itself the box of. Rows and columns are thirds, as the plan's own places are.
import type { Fact } from "../../domain/follow-up.ts";
import type { Box } from "../../domain/region.ts";
import { type PictureSize, placeOf } from "../place.ts";
import { clausesOf, isNegated, proseOf } from "./clauses.ts";
import type { Check, CheckContext } from "./fault.ts";
import { type PlaceClaim, placesIn } from "./place-words.ts";
import { numbersIn } from "./sentence-numbers.ts";

/** A middle this near to a border, as a share of the picture, lies on either side of it. */
const TOLERANCE = 0.02;

export const placeFault: Check = ({ text, evidence }, context) => {
  const claims = placesIn(proseOf(text));
  const [picture] = context.images;
  if (claims.length === 0 || picture === undefined) return undefined;
  const regions = regionsMeant(text, evidence, context);
  const wrong = claims.find(
    (claim) => isDenied(text, claim) === regions.some((region) => agrees(claim, region, picture)),
  );
  return wrong && { reason: "place_disagrees", detail: wrong.words };
};

const isDenied = (text: string, { words }: PlaceClaim): boolean =>
  clausesOf(text).some((clause) => {
    const index = clause.indexOf(words);
    return index >= 0 && isNegated(clause, { index, 0: words });
  });

const regionsMeant = (
  text: string,
  cited: readonly string[],
  { regions, evidence }: CheckContext,
): readonly Box[] => {
  const named = numbersIn(text)
    .filter(({ noun }) => noun === "ordinal")
    .flatMap(({ value }) => regions[value - 1] ?? []);
  if (named.length > 0) return named;
  return [
    ...regions.filter(({ supportedBy }) => supportedBy.some((id) => cited.includes(id))),
    ...evidence.filter(({ id }) => cited.includes(id)).flatMap((item) => boxOf(item) ?? []),
  ];
};

const boxOf = (item: Fact): Box | undefined => {
  if (item.kind === "degradation") return item.degradation.region;
  return item.kind === "grounded" ? item.box : undefined;
};

const agrees = ({ row, column, isHalf }: PlaceClaim, region: Box, picture: PictureSize): boolean => {
  const across = (region.x + region.width / 2) / picture.widthPx;
  const down = (region.y + region.height / 2) / picture.heightPx;
  if (isHalf) return isInHalf(row, "upper", "lower", down) && isInHalf(column, "left", "right", across);
  return [-TOLERANCE, 0, TOLERANCE].some((aside) =>
    [-TOLERANCE, 0, TOLERANCE].some((below) => {
      const moved = {
        ...region,
        x: region.x + aside * picture.widthPx,
        y: region.y + below * picture.heightPx,
      };
      const [itsRow, itsColumn] = placeOf(moved, picture).split("-");
      return (row === undefined || row === itsRow) && (column === undefined || column === itsColumn);
    }),
  );
};

const isInHalf = (claimed: string | undefined, first: string, second: string, at: number): boolean => {
  if (claimed === first) return at <= 0.5 + TOLERANCE;
  return claimed === second ? at >= 0.5 - TOLERANCE : true;
};
