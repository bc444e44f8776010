import fc from "fast-check";
import { expect, it } from "vitest";
import { closedMembers } from "./closed-members.ts";

it.each<[string, Readonly<Record<string, unknown>>]>([
  ["", {}],
  ["not JSON", {}],
  ['{"status": [{"text": "a}, b", ', {}],
  ['{"status": [{"text": "a \\" ], b"}], "causes": [', { status: [{ text: 'a " ], b' }] }],
  ['{"status": [], "causes": [1]}', { status: [], causes: [1] }],
  ['{"status": [] "causes": 1,', {}],
])("finds in %j what has ended", (text, members) => {
  expect(closedMembers(text)).toEqual(members);
});

it("finds in every beginning of an object some of its members, and in the whole all of them", () => {
  const values = fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue({ maxDepth: 2 }), {
    noNullPrototype: true,
  });
  fc.assert(
    fc.property(values, fc.nat(), (value, cut) => {
      const text = JSON.stringify(value);
      const whole: Record<string, unknown> = JSON.parse(text);
      expect(closedMembers(text)).toEqual(whole);
      for (const [name, found] of Object.entries(closedMembers(text.slice(0, cut % (text.length + 1)))))
        expect(found).toEqual(whole[name]);
    }),
  );
});
