// A record as a person reads it in a terminal: every figure of the whole with its interval and count, then one line
// for each product and type.
import type { Language } from "../src/domain/language.ts";
import { columnsOf } from "../src/report/terminal-width.ts";
import { formatted, formattedInterval } from "./format.ts";
import { placeOf } from "./intervals.ts";
import type { RecordedFigure, RunRecord } from "./record.ts";
import type { Suite } from "./suite.ts";
import { evalWords, scopeName } from "./words.ts";

type Kinds = Suite["figures"];

export const recordText = (record: RunRecord, { figures: kinds }: Suite, language: Language): string => {
  const words = evalWords(language);
  const { dataset, figures, items, broken, seed } = record;
  const facts = [
    `${record.suite}: ${dataset.name} (${words.files(dataset.files)})`,
    words.measured(items.length),
    ...(broken.length > 0 ? [words.leftOut(broken.length)] : []),
    `${words.seed} ${seed}`,
  ];
  const parts = [
    facts.join("; "),
    wholeTable(figures, kinds, language),
    scopeTable(figures, kinds, language),
  ];
  const left = broken.map(({ file, message }) => `  ${file}: ${message}`);
  if (left.length > 0) parts.push([`${words.broken}:`, ...left].join("\n"));
  return parts.filter((part) => part !== "").join("\n\n");
};

/** The figures of all, or of the mean over products. */
export const wholeOf = (figures: readonly RecordedFigure[]): RecordedFigure[] =>
  figures.filter(({ scope }) => scope.length === 0 || (scope.length === 1 && scope[0] === "mean"));

const wholeTable = (figures: readonly RecordedFigure[], kinds: Kinds, language: Language): string => {
  const words = evalWords(language);
  const rows = wholeOf(figures).map((figure) => {
    const { unit, label } = kinds[figure.name] ?? { unit: "count", label: undefined };
    const count = figure.hits === undefined ? String(figure.count) : `${figure.hits} / ${figure.count}`;
    return [
      label?.[language] ?? figure.name,
      formatted(figure.value, unit),
      figure.value === null ? figure.reason : formattedInterval(figure, unit),
      count,
    ];
  });
  return aligned([[words.figure, words.value, words.interval, words.of], ...rows]);
};

/** Headline figures only: a terminal is narrow. */
const scopeTable = (figures: readonly RecordedFigure[], kinds: Kinds, language: Language): string => {
  const names = Object.keys(kinds).filter((name) => kinds[name]?.isHeadline);
  const scopes = scopesOf(figures);
  if (scopes.length === 0) return "";
  const byPlace = new Map(figures.map((figure) => [placeOf(figure), figure]));
  const rows = scopes.map((scope) => [
    scopeName(scope, language),
    ...names.map((name) => {
      const found = byPlace.get(placeOf({ scope, name }));
      const unit = kinds[name]?.unit ?? "count";
      if (!found) return "";
      const interval = formattedInterval(found, unit);
      return interval === "" ? formatted(found.value, unit) : `${formatted(found.value, unit)} (${interval})`;
    }),
  ]);
  return aligned([["", ...names.map((name) => kinds[name]?.label[language] ?? name)], ...rows]);
};

/** Of the parts: products and types, in the order in which they stand. */
export const scopesOf = (figures: readonly RecordedFigure[]): (readonly string[])[] => {
  const found = new Map(
    figures.filter(({ scope }) => scope.length > 1).map(({ scope }) => [scope.join("\u0000"), scope]),
  );
  return [...found.values()];
};

/** The first column to the left, the others to the right. */
export const aligned = (rows: readonly (readonly string[])[]): string => {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => columnsOf(row[column] ?? ""))),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => {
          const gap = " ".repeat((widths[column] ?? 0) - columnsOf(cell));
          return column === 0 ? `${cell}${gap}` : `${gap}${cell}`;
        })
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
};
