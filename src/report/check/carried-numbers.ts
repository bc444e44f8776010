// The numbers that a sentence may state, given the evidence that it cites. Evidence is walked as plain data, so a new
// kind of evidence needs nothing here: its numbers, the numbers in its texts, and its names with digits in them.
import { type EvidenceId, FALSE_ALARM_CONFIDENCE } from "../../domain/evidence.ts";
import type { Fact } from "../../domain/follow-up.ts";
import { HISTORY_CONFIDENCE } from "../../domain/history.ts";
import { neededReferences } from "../../domain/product.ts";
import type { Region } from "../../domain/region.ts";
import type { PictureSize } from "../place.ts";
import { numbersIn, type StatedNumber } from "./sentence-numbers.ts";
import { type Noun, type Unit, unitNamed } from "./units.ts";

export interface CarriedNumber {
  readonly value: number;
  readonly unit?: Unit | undefined;
  /** What it counts; a number of a text may count anything. */
  readonly noun?: Noun | "anything" | undefined;
}

export interface Carried {
  readonly numbers: readonly CarriedNumber[];
  /** Names, codes and file names with digits in them, longest first; they may be written as they are. */
  readonly names: readonly string[];
}

export interface Sources {
  readonly evidence: readonly Fact[];
  readonly regions: readonly Region[];
  readonly images: readonly PictureSize[];
  /** Further names that may hold digits: of the product, its defect types and the files. */
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
        .map(({ value, unit }) => ({ value, unit, noun: "anything" as const })),
      ...regions.flatMap(({ region, ordinal }) => [
        ...regionNumbers(region),
        { value: ordinal, noun: "ordinal" as const },
      ]),
      ...(regions.length === 0 ? [] : [{ value: regions.length, noun: "region" as const }]),
      ...sources.images.flatMap(({ widthPx, heightPx }) => [pixels(widthPx), pixels(heightPx)]),
    ],
    names: [...texts, ...(sources.names ?? []), ...sources.evidence.map(({ id }) => id)]
      .filter((name) => /\d/u.test(name))
      .toSorted((one, other) => other.length - one.length),
  };
};

/** Whether the stated number is the carried one, rounded to the digits in which it is written (see numbers.ts). */
export const isCarriedAs = (stated: StatedNumber, carried: CarriedNumber): boolean => {
  if (!isSameKind(stated, carried)) return false;
  const target = stated.isPercent && carried.unit !== "%" ? carried.value * 100 : carried.value;
  const gap = Math.abs(target - stated.value);
  if (gap <= 1e-9 * Math.max(1, Math.abs(target))) return true;
  if (gap > 0.5 * 10 ** -stated.decimals * (1 + 1e-9)) return false;
  if (carried.unit === "px" && stated.decimals === 0) return true;
  return stated.value !== 0 && (stated.significantDigits >= 2 || stated.decimals >= 3);
};

/** A number without a unit may be any; a percentage is a share too; what counts regions counts no pictures. */
const isSameKind = (stated: StatedNumber, carried: CarriedNumber): boolean => {
  if (stated.noun !== undefined) return carried.noun === "anything" || carried.noun === stated.noun;
  if (stated.unit === undefined) return carried.unit !== "%";
  return stated.unit === carried.unit || (stated.isPercent && carried.unit === undefined);
};

const NOUN_OF: Readonly<Record<string, Noun>> = {
  references: "picture",
  goodBeyond: "picture",
  atLeastAsHigh: "picture",
  inspections: "case",
  pass: "case",
  fail: "case",
  review: "case",
  retake: "case",
  ofType: "case",
  region: "ordinal",
  cases: "case",
  nearest: "case",
  agreeing: "case",
  page: "page",
  revision: "revision",
  asked: "ordinal",
  scale: "multiple",
};
const UNIT_OF: Readonly<Record<string, Unit>> = { angleDegrees: "°", rotationDegrees: "°" };
/** Fields that hold a place in the picture. */
const isBox = (key: string): boolean => key === "box" || key === "region";

const numbersOf = (node: unknown, inherited?: Unit): readonly CarriedNumber[] => {
  if (!isObject(node)) return [];
  // What is usual is told in the unit of the statistic beside it.
  const usual = "statistic" in node && isObject(node.statistic) ? unitOf("", node.statistic) : undefined;
  const own = Object.entries(node).flatMap(([key, value]) =>
    typeof value === "number"
      ? [{ value, unit: unitOf(key, node) ?? inherited, noun: NOUN_OF[key] }]
      : numbersOf(value, key === "usual" ? usual : isBox(key) ? "px" : undefined),
  );
  return [...own, ...derivedFrom(node)];
};

const unitOf = (key: string, node: object): Unit | undefined => {
  if (key.endsWith("Px")) return "px";
  if (key.endsWith("Ms")) return "ms";
  return "unit" in node && typeof node.unit === "string" ? unitNamed(node.unit) : UNIT_OF[key];
};

/** Numbers that follow from a field by a definition of the domain. */
const derivedFrom = (node: object): readonly CarriedNumber[] => {
  const derived: CarriedNumber[] = [];
  if ("alpha" in node && typeof node.alpha === "number")
    derived.push({ value: neededReferences(node.alpha), noun: "picture" });
  if ("falseAlarmBound" in node && node.falseAlarmBound !== undefined)
    derived.push({ value: FALSE_ALARM_CONFIDENCE });
  if ("solvedLow" in node) derived.push({ value: HISTORY_CONFIDENCE });
  if ("kind" in node && node.kind === "reference") derived.push({ value: 2, noun: "picture" });
  const [agreeing, nearest] = [numberAt(node, "agreeing"), numberAt(node, "nearest")];
  if (agreeing !== undefined && nearest) derived.push({ value: agreeing / nearest });
  const [distance, threshold] = [numberAt(node, "distance"), numberAt(node, "threshold")];
  if (distance !== undefined && threshold) derived.push({ value: distance / threshold, noun: "multiple" });
  return derived;
};

const numberAt = (node: object, key: string): number | undefined => {
  const value: unknown = Object.entries(node).find(([name]) => name === key)?.[1];
  return typeof value === "number" ? value : undefined;
};

/** Every text inside, except content hashes, whose digits mean nothing. */
export const textsIn = (node: unknown): readonly string[] => {
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
  ...[distance, pValue].map((value) => ({ value })),
];

const pixels = (value: number): CarriedNumber => ({ value, unit: "px" });

const isObject = (node: unknown): node is object => typeof node === "object" && node !== null;
