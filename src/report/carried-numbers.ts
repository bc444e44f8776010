// The numbers that a sentence may state, given the evidence that it cites. Evidence is walked as plain data, so a new
// kind of evidence needs nothing here: its numbers, the numbers in its texts, and its names with digits in them.
import { type Evidence, type EvidenceId, FALSE_ALARM_CONFIDENCE } from "../domain/evidence.ts";
import { neededReferences } from "../domain/product.ts";
import type { Region } from "../domain/region.ts";
import type { PictureSize } from "./place.ts";
import { numbersIn, type StatedNumber } from "./sentence-numbers.ts";

export interface CarriedNumber {
  readonly value: number;
  /** A percentage is compared with percentages as it is; any other number also as a share of one. */
  readonly isPercent: boolean;
  /** Pixels may be rounded to whole ones. */
  readonly isPixels: boolean;
}

export interface Carried {
  readonly numbers: readonly CarriedNumber[];
  /** Names, codes and file names with digits in them, longest first; they may be written as they are. */
  readonly names: readonly string[];
}

export interface Sources {
  readonly evidence: readonly Evidence[];
  readonly regions: readonly Region[];
  readonly images: readonly PictureSize[];
  /** Further names that may hold digits: of the product and its defect types. */
  readonly names?: readonly string[];
}

export const carriedBy = (cited: readonly EvidenceId[], sources: Sources): Carried => {
  const evidence = sources.evidence
    .filter((entry) => cited.includes(entry.id))
    .map(({ id, ...facts }) => facts);
  const regions = sources.regions.flatMap((region, index) =>
    region.supportedBy.some((id) => cited.includes(id)) ? [{ region, ordinal: index + 1 }] : [],
  );
  const texts = [evidence, regions.map(({ region }) => region.label ?? "")].flatMap(textsIn);
  return {
    numbers: [
      ...numbersOf(evidence),
      ...texts
        .filter(isProse)
        .flatMap(numbersIn)
        .map(({ value, isPercent }) => ({ value, isPercent, isPixels: false })),
      ...regions.flatMap(({ region, ordinal }) => [...regionNumbers(region), plain(ordinal)]),
      ...(regions.length === 0 ? [] : [plain(regions.length)]),
      ...sources.images.flatMap(({ widthPx, heightPx }) => [pixels(widthPx), pixels(heightPx)]),
    ],
    names: [...texts, ...(sources.names ?? []), ...sources.evidence.map(({ id }) => id)]
      .filter((name) => /\d/u.test(name))
      .toSorted((one, other) => other.length - one.length),
  };
};

/** Whether the stated number is the carried one, rounded to the digits in which it is written (see numbers.ts). */
export const isCarriedAs = (stated: StatedNumber, carried: CarriedNumber): boolean => {
  if (carried.isPercent && !stated.isPercent) return false;
  const target = stated.isPercent && !carried.isPercent ? carried.value * 100 : carried.value;
  const gap = Math.abs(target - stated.value);
  if (gap <= 1e-9 * Math.max(1, Math.abs(target))) return true;
  if (gap > 0.5 * 10 ** -stated.decimals * (1 + 1e-9)) return false;
  if (carried.isPixels && stated.decimals === 0) return true;
  return stated.value !== 0 && (stated.significantDigits >= 2 || stated.decimals >= 3);
};

const numbersOf = (node: unknown): readonly CarriedNumber[] => {
  if (!isObject(node)) return [];
  const unit = "unit" in node ? node.unit : undefined;
  const own = Object.entries(node).flatMap(([key, value]) =>
    typeof value === "number"
      ? [{ value, isPercent: unit === "%", isPixels: key.endsWith("Px") || unit === "px" }]
      : numbersOf(value),
  );
  return [...own, ...derivedFrom(node)];
};

/** Numbers that follow from a field by a definition of the domain. */
const derivedFrom = (node: object): readonly CarriedNumber[] => {
  const derived: CarriedNumber[] = [];
  if ("alpha" in node && typeof node.alpha === "number") derived.push(plain(neededReferences(node.alpha)));
  if ("falseAlarmBound" in node && node.falseAlarmBound !== undefined)
    derived.push(plain(FALSE_ALARM_CONFIDENCE));
  return derived;
};

/** Every text inside, except content hashes, whose digits mean nothing. */
const textsIn = (node: unknown): readonly string[] => {
  if (typeof node === "string") return node.startsWith("sha256:") ? [] : [node];
  return isObject(node) ? Object.values(node).flatMap(textsIn) : [];
};

/** A text of one word is a name or a code: its digits state no number. */
const isProse = (text: string): boolean => /\s/u.test(text.trim());

const regionNumbers = ({
  x,
  y,
  width,
  height,
  areaPx,
  distance,
  pValue,
}: Region): readonly CarriedNumber[] => [
  ...[x, y, width, height, areaPx].map(pixels),
  ...[distance, pValue].map(plain),
];

const plain = (value: number): CarriedNumber => ({ value, isPercent: false, isPixels: false });
const pixels = (value: number): CarriedNumber => ({ value, isPercent: false, isPixels: true });

const isObject = (node: unknown): node is object => typeof node === "object" && node !== null;
