// What Gumsa has to know of a family of language models beforehand: how servers call it, whether it sees, what a
// picture costs it and in which numbers it gives a box. A profile is data; no other file names a model.

/** How many tokens a picture of a known size takes. */
export type PictureCost =
  /** One token for each square of pixels, the picture resized to whole squares; `around` marks its ends. */
  | { readonly kind: "grid"; readonly squarePx: number; readonly around: number }
  /** By tiles or by an unknown rule: between these two. */
  | { readonly kind: "range"; readonly least: number; readonly most: number };

/**
 * In which numbers a model tells a box: pixels of the picture as it was resized for the model, thousandths of its
 * width and height, or shares of them.
 */
export const BOX_CONVENTIONS = ["resized_pixels", "thousandths", "unit"] as const;
export type BoxConvention = (typeof BOX_CONVENTIONS)[number];

export interface PictureRules {
  /** Pictures in one question. */
  readonly most: number;
  /** A picture is made smaller than this before it is sent, so that it costs what was planned. */
  readonly longestEdgePx: number;
  readonly cost: PictureCost;
  readonly boxes: BoxConvention;
}

export interface Profile {
  readonly name: string;
  /** Parts of the names under which servers list such a model, in lower case; the longest that fits wins. */
  readonly tags: readonly string[];
  /** Of Ollama's library: what to pull where nothing of the family is there. */
  readonly pull?: string;
  /** The longest context that is asked for, whatever the server offers. */
  readonly mostContextTokens: number;
  /** Bytes of UTF-8 that one token holds at the least: Latin letters and marks, and everything else. */
  readonly bytesPerToken: { readonly latin: number; readonly other: number };
  /** Null for a model that takes text alone. */
  readonly pictures: PictureRules | null;
}
