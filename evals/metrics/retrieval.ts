// How well a search ranks: each query has a label, and so has everything that is found for it.
import { type Figure, figure, meanFigure, noFigure } from "./figure.ts";

export interface Ranking {
  readonly label: string;
  /** Labels of what was found, nearest first: everything that there is to find, for `meanAveragePrecision`. */
  readonly found: readonly string[];
}

/** The share of queries with one of their own label among the first k; queries that have none to find are left out. */
export const recallAt = (rankings: readonly Ranking[], k: number): Figure =>
  meanFigure(
    answerable(rankings).map(({ label, found }) => figure(found.slice(0, k).includes(label) ? 1 : 0)),
  );

/** Where the first of the query's own label stands, from 1 on. */
export const firstRightOf = ({ label, found }: Ranking): number | undefined => {
  const place = found.indexOf(label);
  return place < 0 ? undefined : place + 1;
};

/** The mean over queries of the precision at each place where one of the query's label stands. */
export const meanAveragePrecision = (rankings: readonly Ranking[]): Figure =>
  rankings.length === 0 ? noFigure("no query") : meanFigure(rankings.map(averagePrecisionOf));

/** The queries that have something of their own label to find. */
const answerable = (rankings: readonly Ranking[]): Ranking[] =>
  rankings.filter(({ label, found }) => found.includes(label));

/** Of one query. */
export const averagePrecisionOf = ({ label, found }: Ranking): Figure => {
  let [right, sum] = [0, 0];
  found.forEach((other, i) => {
    if (other !== label) return;
    right++;
    sum += right / (i + 1);
  });
  return right === 0 ? noFigure("nothing of the query's label is there") : figure(sum / right);
};
