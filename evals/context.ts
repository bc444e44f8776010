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
  readonly language: Language;
  readonly signal: AbortSignal;
  /** How far `open` is, from 0 to 1 within each step; measuring is told by the harness. */
  readonly tell: (step: Bilingual, share: number) => void;
  /** Lists a file that cannot be used, such as a broken good picture; the run goes on without it. */
  readonly leaveOut: (file: string, reason: unknown) => void;
}
