import { describe, expect, it } from "vitest";
import { wordsIn } from "./messages.ts";

/** Every sentence with the path of its entry; those that take values are given some. */
const sentences = (entry: unknown, path: string): [string, string][] => {
  if (typeof entry === "string") return [[path, entry]];
  if (typeof entry === "function")
    return [[path, String(entry({ revision: 1, pages: 2, passages: 3 }, 4, 5))]];
  return Object.entries(entry ?? {}).flatMap(([name, below]) => sentences(below, `${path}.${name}`));
};

const english = sentences(wordsIn("en"), "");
const korean = sentences(wordsIn("ko"), "");

describe("the words of the command line", () => {
  it("leave no entry empty", () => {
    expect([...english, ...korean].filter(([, text]) => text.trim() === "")).toEqual([]);
  });

  it("are the same entries in both languages", () => {
    const paths = (entries: [string, string][]): string[] =>
      entries.map(([path]) => path).filter((path) => !path.startsWith(".titles"));
    expect(paths(korean)).toEqual(paths(english));
  });

  it("are Korean in Korean and not in English", () => {
    const isKorean = (text: string): boolean => /[가-힣]/.test(text);
    const sameInBoth = [
      ".product.addHint",
      ".progress.picture",
      ".models.pullHint",
      ".modelChange.switched",
      ".modelChange.backHint",
    ];
    expect(korean.filter(([path, text]) => !isKorean(text) && !sameInBoth.includes(path))).toEqual([]);
    expect(english.filter(([, text]) => isKorean(text))).toEqual([]);
  });
});
