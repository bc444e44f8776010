// What is done to the clean pictures: every kind at every severity, pairs of kinds of different families, and nothing.
import type { DegradationFamily, DegradationKind } from "../../../src/domain/capture-grade.ts";
import { DEGRADATION_TABLE, DEGRADATIONS, SEVERITIES, type Severity } from "../../degradations/kinds.ts";
import { seededRandom } from "../../metrics/random.ts";

export interface Damage {
  readonly kind: DegradationKind;
  readonly severity: Severity;
}

/** Pairs for each picture. */
const PAIRS = 10;
/** Two faults of a middling strength each: the faintest hide behind the other, the worst hide it. */
const PAIRED: readonly Severity[] = [2, 3, 4];

/** In the order in which light becomes a file. */
const ORDER: readonly DegradationFamily[] = [
  "exposure",
  "occlusion",
  "blur",
  "colour",
  "noise",
  "geometry",
  "resolution",
  "compression",
];

const FAMILIES = new Map(DEGRADATIONS.map(({ kind, family }) => [kind, family]));

export const familyOf = (kind: DegradationKind): DegradationFamily => {
  const family = FAMILIES.get(kind);
  if (family === undefined) throw new TypeError(`${kind} is in no family`);
  return family;
};

export const isKind = (name: string): name is DegradationKind => Object.hasOwn(DEGRADATION_TABLE, name);

/** The same for the same seed and picture: first nothing, then each damage alone, then pairs. */
export const damagesOf = (picture: string, seed: number): (readonly Damage[])[] => {
  const random = seededRandom(seed, `pairs for ${picture}`);
  const oneOf = <Item>(items: readonly Item[]): Item =>
    items[Math.floor(random() * items.length)] ?? items[0]!;
  const pair = (): readonly Damage[] => {
    const first = oneOf(DEGRADATIONS);
    const second = oneOf(DEGRADATIONS.filter(({ family }) => family !== first.family));
    const both = [first, second].map(({ kind }) => ({ kind, severity: oneOf(PAIRED) }));
    return both.sort((a, b) => ORDER.indexOf(familyOf(a.kind)) - ORDER.indexOf(familyOf(b.kind)));
  };
  return [
    [],
    ...DEGRADATIONS.flatMap(({ kind }) => SEVERITIES.map((severity) => [{ kind, severity }])),
    ...Array.from({ length: PAIRS }, pair),
  ];
};

/** Such as `noise-3+haze-2`; `clean` for nothing. */
export const nameOf = (damages: readonly Damage[]): string =>
  damages.length === 0 ? "clean" : damages.map(({ kind, severity }) => `${kind}-${severity}`).join("+");
