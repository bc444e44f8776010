// What every grounder answers, whichever it is.
import type { AskedPhrase } from "../domain/evidence.ts";
import type { BlobId } from "../domain/image-ref.ts";
import type { Box } from "../domain/region.ts";
import type { JointNull } from "../vision/grounding/joint-null.ts";
import type { ScoredPicture } from "./picture-scorer.ts";
import type { ReadPhrase } from "./read-phrase.ts";

export interface GroundingQuestion {
  readonly image: BlobId;
  readonly scored: ScoredPicture;
  readonly read: readonly ReadPhrase[];
  readonly grounder: string;
}

export interface Grounding {
  /** Beyond the thresholds only. `name`: what the grounder calls it. */
  readonly boxes: readonly { readonly name: string; readonly box: Box; readonly score: number }[];
  readonly none: JointNull;
  /** What the grounder was asked for a phrase; nothing for one that it does not know. */
  nameOf(phrase: ReadPhrase): readonly string[];
  /** Why it does not know it. */
  why(phrase: ReadPhrase): NonNullable<AskedPhrase["unknown"]>;
}
