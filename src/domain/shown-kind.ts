import { PICTURE_KINDS } from "./inspection.ts";

/** Pictures of an inspection. `mask`: what is suspicious in white. `page-excerpt`: the strip of a manual that it cites. */
export const SHOWN_KINDS = ["source", ...PICTURE_KINDS, "mask", "page-excerpt"] as const;
export type ShownKind = (typeof SHOWN_KINDS)[number];
