// A record as a person reads it in a terminal: every figure of the whole with its interval and count, then one line
// for each product and type.
import type { Language } from "../src/domain/language.ts";
import { columnsOf } from "../src/report/terminal-width.ts";
import { formatted, formattedInterval } from "./format.ts";
import { placeOf } from "./intervals.ts";
import type { RecordedFigure, RunRecord } from "./record.ts";
import type { Note } from "./section.ts";
import type { Suite } from "./suite.ts";
import { groupTitle, isWhole, rowName, type Scope, type ScopeGroup, scopeGroups } from "./scope.ts";
import { evalWords } from "./words.ts";

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
    ...warningsIn(record).map(({ text }) => `! ${text[language]}`),
    wholeTable(figures, kinds, language),
    ...groupTables(figures, kinds, language),
  ];
  const left = broken.map(({ file, message }) => `  ${file}: ${message}`);
  if (left.length > 0) parts.push([`${words.broken}:`, ...left].join("\n"));
  return parts.filter((part) => part !== "").join("\n\n");
};

const warningsIn = ({ sections }: RunRecord): Note[] =>
  sections.flatMap((section) => (section.kind === "note" && section.isWarning ? [section] : []));

const wholeTable = (figures: readonly RecordedFigure[], kinds: Kinds, language: Language): string => {
  const words = evalWords(language);
  const rows = figures.filter(isWhole).map((figure) => {
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

/** More lines than this are for the page. */
const MOST_LINES = 40;

const groupTables = (figures: readonly RecordedFigure[], kinds: Kinds, language: Language): string[] => {
  const groups = scopeGroups(figures);
  const shown = groups.map(({ key, scopes }) => ({ key, scopes: shortened(scopes) }));
  const countOf = (of: readonly ScopeGroup[]): number =>
    of.reduce((sum, { scopes }) => sum + scopes.length, 0);
  const left = countOf(groups) - countOf(shown);
  return [
    ...shown.map((group) => groupTable(group, figures, { kinds, language })),
    ...(left > 0 ? [evalWords(language).more(left)] : []),
  ];
};

/** Products rather than their types, where there is no room for both. */
const shortened = (scopes: readonly Scope[]): readonly Scope[] =>
  scopes.length <= MOST_LINES ? scopes : scopes.filter(({ length }) => length === 2).slice(0, MOST_LINES);

/** Headline figures only: a terminal is narrow. */
const groupTable = (
  { key, scopes }: ScopeGroup,
  figures: readonly RecordedFigure[],
  { kinds, language }: { kinds: Kinds; language: Language },
): string => {
  const byPlace = new Map(figures.map((figure) => [placeOf(figure), figure]));
  const names = Object.keys(kinds).filter(
    (name) => kinds[name]?.isHeadline && scopes.some((scope) => byPlace.has(placeOf({ scope, name }))),
  );
  const rows = scopes.map((scope) => [
    rowName(scope, language),
    ...names.map((name) => {
      const found = byPlace.get(placeOf({ scope, name }));
      const unit = kinds[name]?.unit ?? "count";
      if (!found) return "";
      const interval = formattedInterval(found, unit);
      return interval === "" ? formatted(found.value, unit) : `${formatted(found.value, unit)} (${interval})`;
    }),
  ]);
  return aligned([
    [groupTitle(key, language), ...names.map((name) => kinds[name]?.label[language] ?? name)],
    ...rows,
  ]);
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
