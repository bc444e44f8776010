import type { Check } from "./inputs.ts";
import { asCheck, type DoctorDeps, disk, features } from "./doctor.ts";

/** Asked every few seconds by what watches the service: local, and without what is only wished for. */
export const readinessOf = async (
  deps: Pick<DoctorDeps, "config" | "store" | "models">,
): Promise<Check[]> => [
  await features(deps),
  await disk(deps),
  await asCheck("store is writable", async () => {
    await deps.store.probe();
    return "a row was written";
  }),
];
