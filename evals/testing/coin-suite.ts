// The smallest suite: each item is a number in a data set of numbers, and the figure is the share of heads.
import { z } from "zod";
import { GumsaError } from "../../src/errors.ts";
import { ratio } from "../metrics/figure.ts";
import { defineSuite, type Item } from "../suite.ts";

const CoinResult = z.object({ isHead: z.boolean() });

export interface Coins {
  readonly items: readonly Item[];
  /** Called for every item that is measured. */
  readonly toss: (id: string) => boolean;
}

/** Tossing `broken` finds a picture that cannot be read. */
export const coinSuite = ({ items, toss }: Coins) =>
  defineSuite({
    name: "coins",
    describes: { ko: "동전", en: "coins" },
    flags: [{ flags: "--sides <count>", describes: { ko: "면의 수", en: "sides" } }],
    options: z.strictObject({ sides: z.coerce.number().pipe(z.int().min(2)).default(2) }),
    result: CoinResult,
    figures: {
      heads: { label: { ko: "앞면", en: "heads" }, unit: "rate", better: "higher", isHeadline: true },
    },
    draws: 200,
    open: async () => ({
      dataset: "purse",
      files: [],
      items,
      versions: {},
      measure: async ({ id }) => {
        if (id === "broken") throw new GumsaError("image_damaged", "The coin is bent.");
        return { isHead: toss(id) };
      },
    }),
    score: (measured) => {
      const hits = measured.filter(({ result }) => result.isHead).length;
      return [
        {
          name: "heads",
          scope: [],
          count: measured.length,
          hits,
          ...ratio(hits, measured.length, "no coin"),
        },
      ];
    },
  });
