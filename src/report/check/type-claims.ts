// Whether the defect types that a sentence names are among what it cites; what it denies of them; and whether the
// manuals really lack what it says they lack.
import type { Product } from "../../domain/product.ts";
import type { Section } from "../../domain/report.ts";
import { textsIn } from "./carried-numbers.ts";
import { proseOf } from "./clauses.ts";
import type { Check, CheckContext } from "./fault.ts";
import { type Mention, type TypeFinder, typeFinder } from "./type-mentions.ts";

export const typeFault: Check = ({ text, evidence }, context, section) => {
  const find = finderOf(context.product);
  const prose = withoutNames(proseOf(text), context);
  const mentions = find(prose);
  if (LACKS_PASSAGE.test(prose)) return coverageFault(mentions, context, section);
  if (mentions.length === 0) return undeterminedFault(prose, context);
  const carried = new Set(carriedTypes(evidence, context, find));
  const foreign = mentions.find(({ types }) => !types.some((type) => carried.has(type)));
  if (foreign) return { reason: "type_without_evidence", detail: foreign.words };
  const denied = mentions.find((mention) => isDenied(prose, mention));
  return denied && { reason: "evidence_contradicted", detail: denied.words };
};

/** A product's own name may hold the word of a defect. */
const withoutNames = (prose: string, { product }: CheckContext): string =>
  (product === null ? [] : Object.values(product.names)).reduce(
    (rest, name) => rest.replaceAll(name.toLowerCase(), " "),
    prose,
  );

const carriedTypes = (
  cited: readonly string[],
  { evidence, regions }: CheckContext,
  find: TypeFinder,
): string[] => {
  const texts = [
    ...evidence.filter(({ id }) => cited.includes(id)).flatMap(textsIn),
    ...regions
      .filter(({ supportedBy }) => supportedBy.some((id) => cited.includes(id)))
      .flatMap(({ label }) => label ?? []),
  ];
  return texts.flatMap((text) => [text, ...find(text).flatMap(({ types }) => types)]);
};

const DENIED_BEFORE =
  /\b(?:no|not|without|free of|free from|never|neither|nor|isn't|rules? out|ruled out|excludes?|rather than|instead of|other than)(?: (?:a|an|the|any|kind of|sign of|trace of|signs of|traces of|[\w-]+)){0,3} $/u;
const DENIED_AFTER =
  /^[가-힣]{0,3}\s*(?:[가-힣]+ )?(?:없|아니|아닙|아닌|않|발견되지|보이지|확인되지|배제|제외)|^[^,.;]{0,30}\b(?:is|are|was|were|can be|has been|have been) (?:not|ruled out|excluded|absent)\b/u;

const isDenied = (prose: string, { index, words }: Mention): boolean =>
  DENIED_BEFORE.test(prose.slice(0, index)) || DENIED_AFTER.test(prose.slice(index + words.length));

const LACKS_PASSAGE =
  /(?:manual|설명서|매뉴얼|구절|passage).*(?:\bno passages?\b|\bno (?:text|section|entry|advice|word)\b|\bsays? nothing\b|\bsilent\b|\bdo(?:es)? not (?:cover|mention|speak|say|describe|contain)|없|다루지 않|언급하지 않|나와 있지 않)|\bno passages?\b.*manual/u;

const coverageFault = (mentions: readonly Mention[], { evidence }: CheckContext, section: Section) => {
  const covered = evidence
    .filter((entry) => entry.kind === "manual")
    .filter((entry) => entry.section === section);
  const types = mentions.flatMap((mention) => mention.types);
  const isThere =
    mentions.length === 0
      ? covered.length > 0
      : covered.some(({ defectType }) => defectType !== undefined && types.includes(defectType));
  if (!isThere || section === "status") return undefined;
  return { reason: "evidence_contradicted" as const, detail: covered.map(({ id }) => id).join(", ") };
};

const UNDETERMINED =
  /\bno (?:defect )?type (?:was|has been|could be|can be) (?:determined|identified|named|suspected)|결함 유형이 정해지지|유형을 (?:알 수 없|특정할 수 없|정하지 못)/u;

const undeterminedFault = (prose: string, { evidence }: CheckContext) => {
  const suspected = evidence.filter((entry) => entry.kind === "similarity" && entry.defectType !== undefined);
  if (suspected.length === 0 || !UNDETERMINED.test(prose)) return undefined;
  return { reason: "evidence_contradicted" as const, detail: suspected.map(({ id }) => id).join(", ") };
};

/** The types that a text names, by their codes. */
export const typesIn = (text: string, context: CheckContext): readonly string[] =>
  finderOf(context.product)(withoutNames(proseOf(text), context)).flatMap(({ types }) => types);

/** The words by which a text names defect types. */
export const typesNamedIn = (prose: string, context: CheckContext): readonly string[] =>
  finderOf(context.product)(withoutNames(prose, context)).map(({ words }) => words);

const finders = new WeakMap<Product, TypeFinder>();
const withoutProduct = typeFinder(null);

/** Built once for each product: the pattern holds every word. */
const finderOf = (product: Product | null): TypeFinder => {
  if (product === null) return withoutProduct;
  const finder = finders.get(product) ?? typeFinder(product);
  finders.set(product, finder);
  return finder;
};
