// Long work beside inspecting, as jobs: what each takes as plain data, and what it comes back with.
import { z } from "zod";
import { InspectionId } from "../domain/inspection.ts";
import { Language } from "../domain/language.ts";
import { ProductId } from "../domain/product.ts";
import type { Inspector } from "./contract.ts";
import type { ToolRun } from "../tools/define-tool.ts";
import type { Parts } from "./parts.ts";

type Task = (input: never, run: ToolRun) => Promise<unknown>;

/** The kinds of such jobs. Tools check their input themselves. */
export const tasksOf = (
  { tools }: Pick<Parts, "tools">,
  { models, compare, adapters, products }: Pick<Inspector, "models" | "compare" | "adapters" | "products">,
) =>
  ({
    register_product: tools.registerProduct,
    add_references: tools.addReferences,
    remove_references: tools.removeReferences,
    add_cases: tools.addCases,
    add_manuals: tools.addManuals,
    change_model: tools.changeModel,
    rebuild_index: tools.rebuildIndex,
    audit_references: (input: ProductName, run: ToolRun) =>
      products.audit(ProductName.parse(input).product, run),
    pull_model: (input: ModelName, run: ToolRun) => models.pull(ModelName.parse(input).name, {}, run),
    verify_model: (input: ModelName) => models.verify(ModelName.parse(input).name),
    compare_writers: (input: Comparing, run: ToolRun) => compare(Comparing.parse(input), run),
    prove_adapter: (input: Proof, run: ToolRun) => {
      const { name, ...proof } = Proof.parse(input);
      return adapters.prove(name, proof, run);
    },
  }) as const satisfies Record<string, Task>;

export type Tasks = ReturnType<typeof tasksOf>;
export type TaskKind = keyof Tasks;
export type TaskInput<Kind extends TaskKind> = Parameters<Tasks[Kind]>[0];

const ProductName = z.object({ product: ProductId });
type ProductName = z.infer<typeof ProductName>;

const ModelName = z.object({ name: z.string() });
type ModelName = z.infer<typeof ModelName>;

const Comparing = z.object({
  inspection: InspectionId,
  writers: z.array(z.string()).min(1),
  language: Language.exactOptional(),
});
type Comparing = z.infer<typeof Comparing>;

const Proof = z.object({
  name: z.string(),
  product: z.string().exactOptional(),
  inspections: z.int().positive().exactOptional(),
});
type Proof = z.infer<typeof Proof>;
