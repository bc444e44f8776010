import { expect, it } from "vitest";
import type { Product } from "../../domain/product.ts";
import { CASTING } from "../testing/casting.ts";
import { typeFinder } from "./type-mentions.ts";

const none = { ko: [], en: [] };
const product: Product = {
  ...CASTING,
  types: [
    ...CASTING.types,
    { code: "scratch", names: { ko: "긁힘", en: "scratch" }, synonyms: none },
    { code: "dent", names: { ko: "찍힘", en: "dent" }, synonyms: none },
  ],
};

it.each([
  ["부품이 긁혔습니다.", ["scratch"]],
  ["찍힌 부품입니다.", ["dent"]],
  ["표면이 오염되어 있습니다.", ["stain"]],
])("takes a verb of the product's own name for the name: %s", (text, types) => {
  expect(typeFinder(product)(text).flatMap((mention) => mention.types)).toEqual(types);
});

it.each(["사진에 찍힌 부품입니다.", "초점이 틀어졌을 때 생깁니다."])(
  "names no defect by a verb for something else: %s",
  (text) => {
    expect(typeFinder(product)(text)).toEqual([]);
  },
);
