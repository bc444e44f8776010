import type { Bilingual, Language } from "../src/domain/language.ts";
import type { Inspector } from "../src/inspector.ts";

/** What a suite is given. */
export interface SuiteContext {
  /** Over a store of the run's own, which an interrupted run finds again: products that are built here stay here. */
  readonly inspector: Inspector;
  /** Another one over the same store, as cold as after a start; the caller closes it. */
  readonly openAnother: () => Promise<Inspector>;
  /** Copies a product of the user's store into the run's own, good pictures, cases and manuals; throws `product_unknown`. */
  readonly borrowProduct: (id: string) => Promise<void>;
  /** Everything random comes from `seededRandom(seed, "what for")`. */
  readonly seed: number;
  /** As many items at once as keep every core busy. */
  readonly workers: number;
  /** At most so many items, chosen by the harness from those that the suite lists (evenly over strata). */
  readonly limit: number | undefined;
  readonly language: Language;
  /** For files of the run; there as long as the run is not finished. */
  readonly folder: string;
  readonly signal: AbortSignal;
  /** How far `open` is, from 0 to 1 within each step; measuring is told by the harness. */
  readonly tell: (step: Bilingual, share: number) => void;
  /** Lists a file that cannot be used, such as a broken good picture; the run goes on without it. */
  readonly leaveOut: (file: string, reason: unknown) => void;
}
