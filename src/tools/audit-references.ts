// Looks for good pictures that should not be among the good pictures. A defect there raises every threshold, a copy
// lowers them, and a blurred one makes blur usual.
import { z } from "zod";
import { neededReferences, type Product, ProductId } from "../domain/product.ts";
import { type AuditedPicture, AuditedView, type AuditFound } from "../domain/product-audit.ts";
import type { Reference } from "../domain/reference.ts";
import { throwIfCancelled } from "../errors.ts";
import { median, OUTLYING, robustDeviations } from "../vision/audit/deviations.ts";
import { nearDuplicates, type Thumbnail, thumbnailOf } from "../vision/audit/near-duplicates.ts";
import type { Bank } from "./bank-keeper.ts";
import { defineTool, type ToolContext } from "./define-tool.ts";
import { gradeCapture } from "./grade-capture.ts";
import { knownProduct } from "./known-product.ts";

export const auditReferences = defineTool({
  name: "audit_references",
  description:
    "Look for suspicious good pictures of a product: unlike the others when left out of the memory bank, copies of each other, badly captured, of another size, or too few.",
  input: z.object({ product: ProductId }),
  output: z.array(AuditedView),
  async run({ product: id }, context) {
    const product = await knownProduct(id, context.store);
    const views: AuditedView[] = [];
    for (const view of product.views) {
      const references = await context.store.references.list(id, view);
      const bank = await context.banks.of(id, view, context.signal);
      const looked = await lookAt(references, context);
      const findings = [
        ...tooFew(references, product),
        ...(bank ? unlikeOthers(references, bank) : []),
        ...poorCaptures(references, looked),
        ...duplicates(references, looked),
        ...mixedSizes(references),
      ];
      views.push({ view, references: references.length, findings });
    }
    return views;
  },
});

interface Looked {
  readonly thumbnail: Thumbnail;
  readonly capture: Awaited<ReturnType<typeof gradeCapture.run>>;
}

/** One after another: a decoded picture is large, and grading it keeps a worker busy. */
const lookAt = async (references: readonly Reference[], context: ToolContext): Promise<Looked[]> => {
  const looked: Looked[] = [];
  for (const { product, view, image, fileName } of references) {
    throwIfCancelled(context.signal);
    const thumbnail = await thumbnailOf(await context.pictures.decode(image.id, fileName));
    const capture = await gradeCapture.run({ image: image.id, product, view }, context);
    looked.push({ thumbnail, capture });
    context.onProgress?.("audit_pictures", looked.length / references.length);
  }
  return looked;
};

const named = ({ image, fileName }: Reference): AuditedPicture => ({ image: image.id, fileName });

const tooFew = ({ length }: readonly Reference[], { alpha }: Product): AuditFound[] => {
  const needed = neededReferences(alpha);
  if (length >= needed) return [];
  return [{ kind: "too_few", pictures: [], references: length, neededReferences: needed }];
};

/** The bank lists its pictures, their left-out scores and spots in one order. */
const unlikeOthers = (references: readonly Reference[], { record }: Bank): AuditFound[] => {
  const { leftOutScores, spots } = record;
  const usual = median(leftOutScores);
  const deviations = robustDeviations(leftOutScores);
  return spots
    .flatMap(({ image, box }, i): Extract<AuditFound, { kind: "unlike_others" }>[] => {
      const reference = references.find((one) => one.image.id === image);
      const [distance = 0, deviation = 0] = [leftOutScores[i], deviations[i]];
      if (!reference || deviation <= OUTLYING) return [];
      const pictures = [named(reference)];
      return [{ kind: "unlike_others", pictures, distance, usual, deviations: deviation, box }];
    })
    .toSorted((a, b) => b.distance - a.distance);
};

const poorCaptures = (references: readonly Reference[], looked: readonly Looked[]): AuditFound[] =>
  references.flatMap((reference, i): AuditFound[] => {
    const capture = looked[i]?.capture;
    if (!capture || capture.grade === "usable") return [];
    return [{ kind: "poor_capture", pictures: [named(reference)], capture }];
  });

const duplicates = (references: readonly Reference[], looked: readonly Looked[]): AuditFound[] =>
  nearDuplicates(looked.map(({ thumbnail }) => thumbnail)).map(({ places, difference, usual }) => ({
    kind: "near_duplicates",
    pictures: places.flatMap((place) => references.slice(place, place + 1).map(named)),
    difference,
    usual,
  }));

const mixedSizes = (references: readonly Reference[]): AuditFound[] => {
  const names = [...new Set(references.map(sizeOf))];
  const groups = names
    .map((name) => references.filter((reference) => sizeOf(reference) === name))
    .toSorted((a, b) => b.length - a.length);
  if (groups.length < 2) return [];
  const sizes = groups.flatMap((group) =>
    group.slice(0, 1).map(({ image: { widthPx, heightPx } }) => ({ widthPx, heightPx, count: group.length })),
  );
  return [{ kind: "mixed_sizes", pictures: groups.slice(1).flat().map(named), sizes }];
};

const sizeOf = ({ image: { widthPx, heightPx } }: Reference): string => `${widthPx} ${heightPx}`;
