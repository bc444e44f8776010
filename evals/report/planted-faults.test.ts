// Gates at what was measured on 2026-11-21, when the checker was frozen (README.md here has the figures).
import { describe, expect, it } from "vitest";
import { FAULTS } from "./phrasing.ts";
import { FIRST } from "./phrasings-first.ts";
import { HELD_BACK } from "./phrasings-held-back.ts";
import { type Measured, measurePlanted } from "./planted-faults.ts";

const first = measurePlanted(FIRST);
const heldBack = measurePlanted(HELD_BACK);

const caught = ({ faults }: Measured): number => FAULTS.reduce((sum, kind) => sum + faults[kind].removed, 0);

describe("the check of a report", () => {
  it("keeps sound sentences in both languages", () => {
    expect(first.sound.of).toBeGreaterThanOrEqual(300);
    expect(first.sound.mistakes).toEqual([]);
  });

  it.each(FAULTS)("catches planted faults of the kind %s", (kind) => {
    const { removed, of } = first.faults[kind];
    expect(of).toBeGreaterThanOrEqual(60);
    expect(of - removed).toBeLessThanOrEqual(1);
  });

  it("does no worse on phrasings that it was not made with than when it was frozen", () => {
    expect(caught(heldBack)).toBeGreaterThanOrEqual(658);
    expect(heldBack.sound.removed).toBeLessThanOrEqual(18);
  });
});
