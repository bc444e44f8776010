import { z } from "zod";
import { Bilingual } from "./language.ts";

export const DefectCode = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, "lower-case letters, digits and hyphens, 40 at most");
export type DefectCode = z.infer<typeof DefectCode>;

/** A kind of defect of one product, with the words that people and manuals use for it. */
export const DefectType = z.object({
  code: DefectCode,
  names: Bilingual,
  synonyms: z.object({ ko: z.array(z.string()), en: z.array(z.string()) }).default({ ko: [], en: [] }),
});
export type DefectType = z.infer<typeof DefectType>;

/** The content of `--types FILE`. */
export const DefectTypes = z
  .array(DefectType)
  .refine((types) => new Set(types.map((type) => type.code)).size === types.length, "each code once");
