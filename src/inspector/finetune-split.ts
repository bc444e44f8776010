import { createHash } from "node:crypto";
import type { FinetunePair } from "../domain/finetune-pair.ts";
import type { Inspection } from "../domain/inspection.ts";

/** One product in so many is kept for testing, at least one where there are two. */
const PRODUCTS_A_TEST = 5;

type Split = (inspection: Inspection) => FinetunePair["split"] | undefined;

/**
 * Whole products go to one side, so that no part of a product that is tested was trained on; which ones follows from
 * their ids alone. A picture that both sides have is left to training.
 */
export const splitOf = (inspections: readonly Inspection[]): Split => {
  const products = [...new Set(inspections.map(productIn))].toSorted(byHash);
  const held = products.length < 2 ? 0 : Math.max(1, Math.floor(products.length / PRODUCTS_A_TEST));
  const test = new Set(products.slice(0, held));
  const trained = new Set(
    inspections.filter((inspection) => !test.has(productIn(inspection))).flatMap(picturesOf),
  );
  return (inspection) => {
    if (!test.has(productIn(inspection))) return "train";
    return picturesOf(inspection).some((id) => trained.has(id)) ? undefined : "test";
  };
};

const productIn = ({ product }: Inspection): string => product ?? "";

const picturesOf = ({ images }: Inspection): string[] => images.map(({ image }) => image.id);

const byHash = (one: string, other: string): number => (hashOf(one) < hashOf(other) ? -1 : 1);

const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");
