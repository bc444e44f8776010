// What a figure is about, and which figures stand in one table: those of the same kind of thing.
import type { Language } from "../src/domain/language.ts";
import type { RecordedFigure } from "./record.ts";
import { SCOPE_WORDS } from "./scope-words.ts";
import { evalWords } from "./words.ts";

/** Pairs of a group's key and a name in it: `["products", "carpet", "types", "hole"]`. */
export type Scope = readonly string[];

export interface ScopeGroup {
  /** The first key of its scopes. */
  readonly key: string;
  /** In the order in which they stand. */
  readonly scopes: readonly Scope[];
}

export const scopeGroups = (figures: readonly RecordedFigure[]): ScopeGroup[] => {
  const groups = new Map<string, Map<string, Scope>>();
  for (const { scope } of figures) {
    const [key] = scope;
    if (key === undefined || scope.length < 2) continue;
    const own = groups.get(key) ?? new Map<string, Scope>();
    groups.set(key, own.set(scope.join("\u0000"), scope));
  }
  return [...groups].map(([key, scopes]) => ({ key, scopes: [...scopes.values()] }));
};

/** Of all of it, or of the mean over products. */
export const isWhole = ({ scope }: { readonly scope: Scope }): boolean =>
  scope.length === 0 || (scope.length === 1 && scope[0] === "mean");

/** As a person reads it anywhere: `carpet · hole`, `warm detectAnomaly`. */
export const scopeName = (scope: Scope, language: Language): string => {
  const words = evalWords(language);
  if (scope.length === 0) return words.all;
  if (scope[0] === "mean") return words.mean;
  return pairsOf(scope)
    .map(([key, name]) => SCOPE_WORDS[language].said[key]?.(name) ?? name)
    .join(" · ");
};

/** Beneath the title of its group, which tells what kind of thing it is. */
export const rowName = (scope: Scope, language: Language): string => {
  const [first, ...others] = pairsOf(scope);
  const rest = others.flat();
  return [first?.[1] ?? "", ...(rest.length > 0 ? [scopeName(rest, language)] : [])].join(" · ");
};

export const groupTitle = (key: string, language: Language): string =>
  SCOPE_WORDS[language].titles[key] ?? key;

const pairsOf = (scope: Scope): [key: string, name: string][] =>
  Array.from({ length: Math.floor(scope.length / 2) }, (_, i) => [
    scope[2 * i] ?? "",
    scope[2 * i + 1] ?? "",
  ]);
