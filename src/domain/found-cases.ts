import { z } from "zod";
import { Case } from "./case.ts";
import { DefectCode } from "./defect-type.ts";

/** Known cases that words describe. */
export const FoundCases = z.object({
  /** Defect types that the words name. */
  types: z.array(DefectCode),
  /** Words that played no part. */
  unused: z.array(z.string()),
  /** The model that compared words with pictures; null where none is there and types alone decide. */
  model: z.string().nullable(),
  /** Those of a named type first, then by how well words and picture agree. */
  cases: z.array(Case.extend({ isOfNamedType: z.boolean(), similarity: z.number().optional() })),
});
export type FoundCases = z.infer<typeof FoundCases>;
