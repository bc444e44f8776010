import { expect, it } from "vitest";
import { matrixOf } from "./matrix.ts";
import { rowName, scopeGroups, scopeName } from "./scope.ts";

const figure = (value: number, ...scope: string[]) => ({ name: "detected", scope, count: 1, value });

const FIGURES = [
  figure(1),
  figure(0.9, "mean"),
  figure(0.8, "products", "carpet"),
  figure(0.7, "products", "carpet", "types", "hole"),
  figure(0.6, "degradations", "none"),
  figure(0.5, "degradations", "noise", "severity", "1"),
  figure(0.4, "degradations", "noise", "severity", "2"),
  figure(0.3, "degradations", "haze", "severity", "2"),
];

it("puts figures of the same kind of thing into one table, those of the whole into none", () => {
  const groups = scopeGroups(FIGURES);
  expect(groups.map(({ key, scopes }) => [key, scopes.length])).toEqual([
    ["products", 2],
    ["degradations", 4],
  ]);
});

it("names a scope in full anywhere, and briefly beneath the title of its table", () => {
  expect(scopeName([], "en")).toBe("all");
  expect(scopeName(["products", "carpet", "types", "hole"], "en")).toBe("carpet · hole");
  expect(scopeName(["warm", "openImages"], "ko")).toBe("준비된 뒤 openImages");
  expect(rowName(["warm", "openImages"], "ko")).toBe("openImages");
  expect(rowName(["degradations", "noise", "severity", "2"], "en")).toBe("noise · severity 2");
});

it("lays two parts out as rows and columns, and one part alone as a whole row", () => {
  const { columns, rows } = matrixOf(
    {
      kind: "matrix",
      title: { ko: "", en: "" },
      figure: "detected",
      rows: "degradations",
      columns: "severity",
      names: {},
    },
    FIGURES,
  );
  expect(columns).toEqual(["1", "2"]);
  expect(
    rows.map(({ name, whole, cells }) => [name, whole?.value, ...cells.map((cell) => cell?.value)]),
  ).toEqual([
    ["none", 0.6, undefined, undefined],
    ["noise", undefined, 0.5, 0.4],
    ["haze", undefined, undefined, 0.3],
  ]);
});
