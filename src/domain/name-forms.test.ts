import { expect, it } from "vitest";
import { isVerbFormOf } from "./name-forms.ts";

it.each([
  ["오염", ["오염된", "오염되어", "오염됐습니다", "오염되었는지", "오염시킨", "오염되면"]],
  ["긁힘", ["긁힌", "긁혔습니다", "긁혀", "긁히면", "긁혔는데", "긁히는"]],
  ["찍힘", ["찍힌", "찍혔다", "찍혀서"]],
  ["들뜸", ["들뜬", "들떠", "들떴습니다"]],
  ["변색", ["변색된", "변색하는", "변색돼"]],
])("knows the verbs of %s", (name, forms) => {
  expect(forms.filter((form) => !isVerbFormOf(form, name))).toEqual([]);
});

it.each([
  ["버", "버린"],
  ["버", "버하는"],
  ["오염", "오염물질"],
  ["긁힘", "긁개"],
  ["기공", "기공이"],
  ["홈", "호는"],
  ["scratch", "scratched"],
])("takes of %s none that is another word: %s", (name, word) => {
  expect(isVerbFormOf(word, name)).toBe(false);
});
