import type { Language } from "../domain/language.ts";
import type { Manual } from "../domain/manual.ts";
import type { Product } from "../domain/product.ts";
import type { ProductSummary } from "../inspector.ts";
import type { Context } from "./context.ts";
import type { Words } from "./messages.ts";

export const productLine = ({ id, names }: Product, language: Language): string =>
  `${id}  ${names[language]}`;

export const manualLine = ({ document, revision, pages, passages }: Manual, words: Words): string =>
  `${document} (${words.manuals.size({ revision, pages, passages })})`;

/** One line a fact, in the language of the command. */
export const productText = (
  { product, references, manuals, cases, bank }: ProductSummary,
  { words, language }: Pick<Context, "words" | "language">,
): string => {
  const { labels } = words.product;
  const facts = [
    [labels.views, product.views.join(", ")],
    [labels.alpha, String(product.alpha)],
    [labels.references, String(references)],
    [labels.bank, bank === null ? words.product.noBank : bankText(bank, words)],
    [labels.types, product.types.map(({ code, names }) => `${code} (${names[language]})`).join(", ")],
    [labels.cases, cases === 0 ? "" : String(cases)],
    [labels.manuals, manuals.map((manual) => manualLine(manual, words)).join(", ")],
  ];
  const lines = facts.map(([label, value]) => `  ${label}: ${value || words.product.nothing}`);
  return [productLine(product, language), ...lines].join("\n");
};

const bankText = (bank: NonNullable<ProductSummary["bank"]>, { product: words }: Words): string =>
  [
    bank.version,
    bank.model,
    `${bank.inputLongEdgePx} px`,
    ...(bank.threshold === undefined ? [] : [words.threshold(bank.threshold.toPrecision(4))]),
    ...(bank.falseAlarmBound === undefined
      ? []
      : [words.falseAlarmBound((100 * bank.falseAlarmBound).toFixed(1))]),
  ].join(", ");
