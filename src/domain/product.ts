import { z } from "zod";
import { DefectType } from "./defect-type.ts";
import { GrounderName } from "./grounding.ts";
import { JobId } from "./job.ts";
import { Bilingual } from "./language.ts";

export const ProductId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, "lower-case letters, digits and hyphens, 40 at most");
export type ProductId = z.infer<typeof ProductId>;

/** One camera or modality of a product. Most products have one, called `front`. */
export const View = z.string().regex(/^[a-z0-9][a-z0-9-]{0,19}$/, "lower-case letters, digits and hyphens");
export type View = z.infer<typeof View>;

export const DEFAULT_VIEW: View = "front";

/** The rate of good parts that may be failed: strictly between 0 and 0.5. */
export const Alpha = z.number().gt(0).lt(0.5);
export const DEFAULT_ALPHA = 0.05;

export const Product = z.object({
  id: ProductId,
  names: Bilingual,
  views: z.array(View).min(1),
  types: z.array(DefectType),
  alpha: Alpha,
  /** The name of its feature network; without one the bundled network. */
  model: z.string().optional(),
  /** Who draws boxes for phrases; without one its known cases. */
  grounder: GrounderName.optional(),
  createdAt: z.iso.datetime(),
  /** The job that registered it: begun again after a crash, it finds its own work done. */
  registeredBy: JobId.optional(),
});
export type Product = z.infer<typeof Product>;

/** The number of good pictures from which a p-value can reach alpha at all: 19 for 5 %. */
export const neededReferences = (alpha: number): number => Math.ceil(1 / alpha - 1 - 1e-9);
