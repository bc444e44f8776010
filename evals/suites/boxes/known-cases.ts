// Known defects of a data set with boxes: from one half of its marked pictures, so that the other half is new.
import type { DefectType } from "../../../src/domain/defect-type.ts";
import type { SuiteContext } from "../../context.ts";
import type { BoxedPicture } from "../../datasets/boxed-pictures.ts";
import { seededRandom, shuffled } from "../../metrics/random.ts";
import { type StoredCase, storePicture } from "../built-product.ts";

/** `known`: empty where no cases are asked for. `rest`: what is asked, and good pictures are learnt from. */
export const splitMarked = (
  pictures: readonly BoxedPicture[],
  perType: number,
  { seed }: SuiteContext,
): { known: BoxedPicture[]; rest: BoxedPicture[] } => {
  if (perType === 0) return { known: [], rest: [...pictures] };
  const marked = shuffled(
    pictures.filter(({ truth }) => truth.length > 0),
    seededRandom(seed, "pictures with known defects"),
  );
  const known = marked.slice(0, Math.floor(marked.length / 2));
  return { known, rest: pictures.filter((picture) => !known.includes(picture)) };
};

/** As many of each type, in the order of the pictures. */
export const knownCases = async (
  known: readonly BoxedPicture[],
  perType: number,
  context: SuiteContext,
): Promise<{ types: DefectType[]; cases: StoredCase[] }> => {
  const marks = known.flatMap((picture) => picture.truth.map((truth) => ({ picture, ...truth })));
  const labels = [...new Set(marks.map(({ label }) => label))].sort();
  const cases: StoredCase[] = [];
  for (const label of labels) {
    const own = marks.filter((mark) => mark.label === label && !mark.isCrowd).slice(0, perType);
    for (const { picture, box } of own) {
      try {
        const { id } = await storePicture(picture, context);
        cases.push({ id, fileName: picture.name, type: codeOf(label), box });
      } catch (error) {
        context.leaveOut(picture.name, error);
      }
    }
  }
  return { types: labels.map(typeOf), cases };
};

const typeOf = (label: string): DefectType => ({
  code: codeOf(label),
  names: { ko: label, en: label },
  synonyms: { ko: [], en: [] },
});

const codeOf = (label: string): string =>
  label
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40) || "defect";
