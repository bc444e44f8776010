// The pictures that are graded: each held-out picture clean, with every kind at every severity, and with pairs.
import { readFile } from "node:fs/promises";
import { degrade, isVisible } from "../../evals/degradations/degrade.ts";
import {
  DEGRADATIONS,
  type DegradationEntry,
  SEVERITIES,
  type Severity,
} from "../../evals/degradations/kinds.ts";
import { createRandom, type Random } from "../../evals/degradations/random.ts";
import type { DegradationFamily, DegradationKind } from "../../src/domain/capture-grade.ts";
import { decodePicture } from "../../src/vision/decode.ts";
import type { Picture } from "../../src/vision/picture.ts";
import { type HeldOutProduct, windowOf } from "./domains.ts";

export interface Case {
  readonly key: string;
  readonly role: "usual" | "clean" | "one" | "two";
  readonly product: string;
  /** Which of the product's degraded pictures it was made from. */
  readonly picture: number;
  readonly kinds: readonly DegradationKind[];
  readonly severity: Severity;
}

/** A case and how to make its picture; `undefined` where the damage does not show. */
export interface PlannedCase extends Case {
  readonly make: () => Promise<Picture | undefined>;
}

const PAIRS = 14;
/** Light before lens, sensor before file. */
const ORDER: readonly DegradationFamily[] = [
  "occlusion",
  "blur",
  "exposure",
  "colour",
  "resolution",
  "noise",
  "geometry",
  "compression",
];

export const plannedCases = (product: HeldOutProduct): PlannedCase[] => [
  ...product.usual.map((file, i) => cleanCase("usual", product, { file, i, window: 0 })),
  ...product.clean.flatMap((file, i) =>
    Array.from({ length: product.windows }, (_, window) => cleanCase("clean", product, { file, i, window })),
  ),
  ...product.degraded.flatMap((file, i) => [
    ...singleCases(product, file, i),
    ...pairCases(product, file, i),
  ]),
];

const cleanCase = (
  role: "usual" | "clean",
  { name }: HeldOutProduct,
  { file, i, window }: { readonly file: string; readonly i: number; readonly window: number },
): PlannedCase => ({
  key: role === "usual" ? `usual/${name}/${i}` : `clean/${name}/${i}/${window}`,
  role,
  product: name,
  picture: i,
  kinds: [],
  severity: 1,
  make: async () => windowOf(await opened(file), window),
});

const singleCases = ({ name }: HeldOutProduct, file: string, picture: number): PlannedCase[] =>
  DEGRADATIONS.flatMap(({ kind }) =>
    SEVERITIES.map((severity) => ({
      key: `one/${name}/${picture}/${kind}/${severity}`,
      role: "one" as const,
      product: name,
      picture,
      kinds: [kind],
      severity,
      make: async () => {
        const clean = windowOf(await opened(file), 0);
        const damaged = await degrade(clean, { kind, severity, seed: picture + 1 });
        return isVisible(clean, damaged) ? damaged : undefined;
      },
    })),
  );

/** Random kinds of two families at severities 2 to 5; noise that is scaled away is none. */
const pairCases = ({ name }: HeldOutProduct, file: string, picture: number): PlannedCase[] => {
  const random = createRandom(`${name}/${picture}/pairs`);
  return Array.from({ length: PAIRS }, (_, number) => number).flatMap((number) => {
    const [one, other] = [anyKind(random), anyKind(random)];
    const [first, second] = [anySeverity(random), anySeverity(random)];
    const families = [one.family, other.family];
    if (one.family === other.family || (families.includes("noise") && families.includes("resolution")))
      return [];
    const isInOrder = ORDER.indexOf(one.family) <= ORDER.indexOf(other.family);
    const [earlier, later] = isInOrder ? [one, other] : [other, one];
    const make = async (): Promise<Picture | undefined> => {
      const clean = windowOf(await opened(file), 0);
      const once = await degrade(clean, { kind: earlier.kind, severity: first, seed: number });
      const twice = await degrade(once, { kind: later.kind, severity: second, seed: number });
      return isVisible(clean, once) && isVisible(once, twice) ? twice : undefined;
    };
    const kinds = [earlier.kind, later.kind];
    const key = `two/${name}/${picture}/${number}`;
    return [{ key, role: "two" as const, product: name, picture, kinds, severity: first, make }];
  });
};

const anyKind = (random: Random): DegradationEntry => {
  const kind = DEGRADATIONS[random.integer(0, DEGRADATIONS.length)];
  if (!kind) throw new RangeError("no kinds");
  return kind;
};

const anySeverity = (random: Random): Severity => SEVERITIES[random.integer(1, SEVERITIES.length)] ?? 2;

const opened = async (file: string): Promise<Picture> =>
  decodePicture(await readFile(file), { fileName: file, maxPixels: 1e8 });
