import fc from "fast-check";
import { expect, it } from "vitest";
import { eroded } from "./mask.ts";

const size = { widthPx: 9, heightPx: 7 };

it("keeps a mark only where every neighbour within reach is marked", () => {
  fc.assert(
    fc.property(
      fc.array(fc.boolean(), { minLength: 63, maxLength: 63 }),
      fc.integer({ min: 0, max: 3 }),
      (marks, reach) => {
        const mask = Uint8Array.from(marks, Number);
        const kept = eroded(mask, size, reach);
        kept.forEach((value, i) => {
          const [row, column] = [Math.floor(i / 9), i % 9];
          const isWhole = marks.every(
            (mark, j) =>
              mark || Math.abs(Math.floor(j / 9) - row) > reach || Math.abs((j % 9) - column) > reach,
          );
          expect(value === 1).toBe(isWhole);
        });
      },
    ),
    { numRuns: 40 },
  );
});
