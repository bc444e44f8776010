import { z } from "zod";

export const Language = z.enum(["ko", "en"]);
export type Language = z.infer<typeof Language>;

/** A text in both languages; neither is a translation of lower rank. */
export const Bilingual = z.object({ ko: z.string().min(1), en: z.string().min(1) });
export type Bilingual = z.infer<typeof Bilingual>;
