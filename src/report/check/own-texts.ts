// All that evidence says in words: its own texts, the pages that it quotes, the names of the product and its files, and
// what is known of the degradations and readers that it names.
import type { Fact } from "../../domain/follow-up.ts";
import { EN_WORDS } from "../words-en.ts";
import { KO_WORDS } from "../words-ko.ts";
import { textsIn } from "./carried-numbers.ts";
import type { CheckContext } from "./fault.ts";

/** In lower case, a line a text. */
export const ownTexts = (
  evidence: readonly Fact[],
  { pageText, product, names = [] }: Pick<CheckContext, "pageText" | "product" | "names">,
): string =>
  [
    ...evidence.flatMap(textsIn),
    ...evidence.flatMap((item) => toldOf(item, pageText)),
    ...textsIn([product?.names, product?.types]),
    ...names,
  ]
    .join("\n")
    .toLowerCase();

const toldOf = (item: Fact, pageText: CheckContext["pageText"]): readonly string[] => {
  if (item.kind === "manual") return [pageText(item.documentId, item.page) ?? ""];
  const tables = [EN_WORDS, KO_WORDS];
  if (item.kind === "reader") return tables.flatMap(({ readers }) => textsIn(readers));
  if (item.kind !== "degradation") return [];
  return tables.flatMap(({ degradations }) => textsIn(degradations[item.degradation.kind]));
};
