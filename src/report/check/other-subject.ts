// The evidence is of one part in one inspection. A sentence about another part, lot or product, or one that names a
// file, a case or an inspection that the evidence does not hold, has nothing to stand on.
import { textsIn } from "./carried-numbers.ts";
import { proseOf } from "./clauses.ts";
import type { Check } from "./fault.ts";

const PART_EN =
  "(?:parts?|pieces?|components?|products?|items?|units?|samples?|specimens?|workpieces?|castings?|boards?)";
const OTHERS: readonly RegExp[] = [
  new RegExp(
    `\\b(?:another|the other|other|previous|preceding|next|following|neighbou?ring|adjacent|earlier|remaining|all|every|each|most|many|some|several|both|these|those) (?!good\\b)(?:[\\w-]+ ){0,2}?${PART_EN}\\b`,
    "u",
  ),
  /\b(?:whole|entire|same|this|the|complete|rest of the) (?:lot|batch|shipment|series|delivery|production run|shift)\b|\b(?:other|sister) (?:lots?|batch(?:es)?|lines?)\b/u,
  new RegExp(
    `\\b(?:last|yesterday's|today's|this morning's) (?:week|month|shift|inspection|${PART_EN})`,
    "u",
  ),
  /(?:다른|이전|직전|다음|앞선|나머지|모든|전체|같은 로트의|옆|인접한|이웃한|대부분의|여러|어제|지난번) (?:[가-힣]+ )?(?:부품|제품|주조품|기판|시료|품목|물량|로트)(?!군)/u,
  /(?:로트|배치|납품분|생산분|물량) (?:전체|전부|모두)|(?:같은|이번|해당|전체) (?:로트|배치|납품|생산분|교대)/u,
];
/** "All parts of the picture"; the promise about good parts in general. */
const ALLOWED =
  /\bgood parts\b|정상품|\b(?:each|every|all|some|most|other) (?:parts?) of (?:the|this) (?:picture|image|part|piece|casting|board|surface)\b|부품의 다른/gu;

/** File names, case ids and inspection ids. */
const IDENTIFIERS =
  /(?<![\p{L}\p{N}])(?:[\p{L}\p{N}_()/-]+\.(?:jpe?g|png|bmp|tiff?|webp|pdf)|insp_[0-9a-z]+|[a-z0-9-]+_[a-z0-9-]+_\d{3,})(?![a-z0-9])/giu;
const PRODUCT_ID =
  /(?:\bproduct (?:id |code |no\. )?|제품 (?:코드 |번호 )?)['"‘“]?([a-z][a-z0-9]*[-_][a-z0-9_-]+)/giu;

export const otherSubjectFault: Check = ({ text, evidence }, context) => {
  const prose = proseOf(text);
  const general = prose.replace(ALLOWED, " ");
  for (const pattern of OTHERS) {
    const match = pattern.exec(general);
    if (match) return { reason: "other_subject", detail: match[0] };
  }
  const known = [
    ...context.evidence.filter(({ id }) => evidence.includes(id)).flatMap(textsIn),
    ...(context.names ?? []),
  ].map((name) => name.toLowerCase());
  const isKnown = (name: string): boolean =>
    known.some((own) => own === name || own.endsWith(name) || own.includes(` ${name}`));
  const names = [
    ...[...prose.matchAll(IDENTIFIERS)].map(([name]) => name),
    ...[...prose.matchAll(PRODUCT_ID)].map(([, name = ""]) => name),
  ];
  const unknown = names.find((name) => !isKnown(name));
  return unknown === undefined ? undefined : { reason: "other_subject", detail: unknown };
};
