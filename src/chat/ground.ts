// What a conversation stands on: the frozen record, and what it has found out so far.
import type { EvidenceId } from "../domain/evidence.ts";
import type { Fact, FollowUpOf } from "../domain/follow-up.ts";
import type { Inspection } from "../domain/inspection.ts";
import type { Product } from "../domain/product.ts";
import type { ReportFacts } from "../report/facts.ts";
import { instant } from "../report/instant.ts";

export interface Ground {
  readonly inspection: Inspection;
  /** Null for the capture alone, or a product that was removed since. */
  readonly product: Product | null;
}

export const groundFacts = ({ inspection, product }: Ground): ReportFacts => {
  const { verdict, capture, readers, evidence, regions, images } = inspection;
  return { verdict, capture, readers, evidence, regions, images: images.map(({ image }) => image), product };
};

const PREFIXES: Readonly<Record<Fact["kind"], string>> = {
  capture: "D",
  degradation: "D",
  anomaly: "A",
  reader: "F",
  similarity: "S",
  similar: "S",
  reference: "R",
  phrases: "G",
  grounded: "G",
  manual: "M",
  history: "H",
  opinion: "V",
  look: "L",
  hypothesis: "W",
  inspection: "I",
  feedback: "B",
  statistics: "N",
  origin: "O",
  record: "K",
};

type WithoutId<Kind> = Kind extends { readonly id: unknown } ? Omit<Kind, "id"> : never;
/** A fact before it has its id. */
export type Found = WithoutId<Fact>;

/** Gives each its id; one that is known already keeps the id that it has. */
export const withIds = (found: readonly Found[], known: readonly Fact[]): readonly Fact[] => {
  const facts: Fact[] = [];
  for (const body of found) {
    const all = [...known, ...facts];
    const same = all.find((fact) => sameBody(fact, body));
    facts.push(same ?? numbered(body, all));
  }
  return facts;
};

const numbered = (body: Found, known: readonly Fact[]): Fact => {
  const prefix = PREFIXES[body.kind];
  const numbers = known.flatMap(({ id }) => (id.startsWith(prefix) ? [Number(id.slice(1))] : []));
  const id: EvidenceId = `${prefix}${Math.max(0, ...numbers) + 1}`;
  return { id, ...body } as Fact; // a body of one kind with an id is a fact of that kind
};

const sameBody = ({ id: _, ...fact }: Fact, body: Found): boolean => {
  if (fact.kind === "manual" && body.kind === "manual")
    return (
      fact.documentId === body.documentId && fact.page === body.page && fact.quotation === body.quotation
    );
  return JSON.stringify(sorted(fact)) === JSON.stringify(sorted(body));
};

const sorted = (fact: object): unknown =>
  Object.entries(fact).toSorted(([one], [other]) => (one < other ? -1 : 1));

/** The record's particulars as a fact that a sentence can cite. */
export const particularsOf = ({ inspection, product }: Ground): Omit<FollowUpOf<"record">, "id"> => {
  const { id, createdAt, images, metadata, versions, timingsMs } = inspection;
  const [first] = images;
  if (!first) throw new TypeError("an inspection has a picture");
  const total = timingsMs.total;
  return {
    kind: "record",
    inspection: id,
    inspectedAt: instant(createdAt),
    ...(inspection.product !== null && {
      product: product ? `${product.names.ko} / ${product.names.en} (${product.id})` : inspection.product,
    }),
    files: images.map(({ fileName }) => fileName),
    widthPx: first.image.widthPx,
    heightPx: first.image.heightPx,
    metadata: Object.entries(metadata).map(([name, value]) => ({
      name,
      value: typeof value === "string" ? value : JSON.stringify(value),
    })),
    versions: Object.entries(versions).map(([name, value]) => ({
      name,
      value: value.replace(/^sha256:/u, "").slice(0, 12),
    })),
    ...(total !== undefined && { totalMs: total }),
  };
};
