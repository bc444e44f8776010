/** A decoded picture, upright: interleaved RGB, 8 bits a channel, row by row from the top left. */
export interface Picture {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly rgb: Uint8Array;
}
