// How well the search for known cases ranks: each picture is asked for through the tool that inspections use, and what
// it finds is put in order, without the picture itself.
import { z } from "zod";
import { DEFAULT_VIEW } from "../../../src/domain/product.ts";
import { GumsaError } from "../../../src/errors.ts";
import type { SimilarityFinding } from "../../../src/tools/find-similar.ts";
import type { SuiteContext } from "../../context.ts";
import { readClasses } from "../../datasets/classes.ts";
import type { LabelledPicture } from "../../datasets/labelled-picture.ts";
import { averagePrecisionOf, firstRightOf } from "../../metrics/retrieval.ts";
import { type DataFile, defineSuite } from "../../suite.ts";
import { storePicture } from "../built-product.ts";
import { type Asked, SIMILARITY_FIGURES, SimilarityResult, scoreSimilarity } from "./score.ts";
import { borrowSearchProduct, buildSearchProduct, type SearchProduct } from "./search-product.ts";
import { similaritySections } from "./sections.ts";

/** The tool's limit: average precision is over at most so many cases. */
const MOST_FOUND = 1000;

export const similarity = defineSuite({
  name: "similarity",
  describes: {
    ko: "유사 사례 검색: recall@1, 5, 10, mAP, 혼동 행렬",
    en: "search for known cases: recall@1, 5, 10, mAP, confusion",
  },
  flags: [
    {
      flags: "--data <folder>",
      describes: {
        ko: "분류별 하위 폴더(하나씩 빼고 검색), train/과 test/, 또는 MVTec AD 구조",
        en: "one folder a class (each picture left out in turn), train/ and test/, or MVTec AD's layout",
      },
    },
    {
      flags: "--product <id>",
      describes: {
        ko: "데이터 집합 대신 등록된 제품의 사례에서 검색",
        en: "search among this registered product's cases in place of the data set's own pictures",
      },
    },
  ],
  options: z.strictObject({ data: z.string(), product: z.string().optional() }),
  result: SimilarityResult,
  figures: SIMILARITY_FIGURES,
  async open({ data, product: borrowed }, context) {
    const folders = await readClasses(data);
    const product =
      borrowed === undefined
        ? await buildSearchProduct(folders, context)
        : await borrowSearchProduct(borrowed, context);
    if (product.classOf.size === 0) throw withoutCases(product.id);
    const byName = new Map(folders.asked.map((picture) => [picture.name, picture]));
    return {
      dataset: folders.name,
      files: filesOf(
        borrowed === undefined ? [...folders.good, ...folders.known, ...folders.asked] : folders.asked,
      ),
      items: folders.asked.map(({ name, type }) => ({ id: name, stratum: type })),
      versions: { bank: product.bank, features: product.model },
      measure: async ({ id }) => {
        const picture = byName.get(id);
        if (!picture) throw new TypeError(`${id} is no picture of this data set`);
        return measure(picture, product, context);
      },
      sections: async (measured) => similaritySections(measured),
    };
  },
  score: scoreSimilarity,
});

const measure = async (
  picture: LabelledPicture,
  product: SearchProduct,
  context: SuiteContext,
): Promise<SimilarityResult> => {
  const { id: image } = await storePicture(picture, context);
  const question = { image, product: product.id, view: DEFAULT_VIEW, count: MOST_FOUND };
  const { cases } = await context.inspector.tool("findSimilar", question, { signal: context.signal });
  const others = cases.filter(({ caseId }) => product.imageOf.get(caseId) !== image);
  const asked = (question: Asked, found: SimilarityFinding["cases"]) => {
    const ranking = {
      label: picture.type,
      found: found.map(({ caseId }) => product.classOf.get(caseId) ?? ""),
    };
    return {
      asked: question,
      nearest: ranking.found[0] ?? null,
      firstRight: firstRightOf(ranking) ?? null,
      averagePrecision: averagePrecisionOf(ranking).value,
      found: ranking.found.length,
    };
  };
  const whole = asked(
    "whole",
    others.filter((found) => found.asked === "whole"),
  );
  const strongest = asked("strongest", strongestOf(others));
  return {
    class: picture.type,
    asked: product.knowsGood ? [strongest, whole] : [whole],
  };
};

/** The first region, or the strongest spot where nothing rises above the threshold: what an inspection goes by. */
const strongestOf = (cases: SimilarityFinding["cases"]): SimilarityFinding["cases"] => {
  const regions = cases.filter(({ asked }) => asked === 1);
  return regions.length > 0 ? regions : cases.filter(({ asked }) => asked === "spot");
};

const filesOf = (pictures: readonly LabelledPicture[]): DataFile[] => {
  const files = pictures.flatMap(({ name, path, mask }) => [{ name, path }, ...(mask ? [mask] : [])]);
  return [...new Map(files.map((file) => [file.name, file])).values()];
};

const withoutCases = (id: string): GumsaError =>
  new GumsaError("product_invalid", `${id} has no cases to search among.`, {
    hint: `gumsa cases add ${id} TYPE PICTURE`,
  });
