// What may be asked of a picture in words, and who answers.
import { z } from "zod";

export const Phrases = z.array(z.string().trim().min(1).max(80)).min(1).max(20);

/** The grounder that is always there: the product's own known cases. */
export const CASES = "cases";

/** `cases`, or the name of a model for boxes. */
export const GrounderName = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,59}$/, "the name of a model, or cases");
