// What the tests run in another process:
//   child-process.ts <home> add <from> <count>   records that many inspections
//   child-process.ts <home> stall                stands still for ever in the middle of a registration
import { writeSync } from "node:fs";
import type { IndexedPassage } from "../../domain/manual.ts";
import { openStore } from "../open-store.ts";
import type { ProductRegistration } from "../store.ts";
import { sampleInspection, sampleManual, samplePassage, sampleRegistration } from "./samples.ts";

const HALFWAY = "halfway\n";

const stallHalfway = (): IndexedPassage => ({
  ...samplePassage("the second passage"),
  get terms(): readonly string[] {
    writeSync(1, HALFWAY);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
    return [];
  },
});

const stallingRegistration = (): ProductRegistration => ({
  ...sampleRegistration("board"),
  manuals: [sampleManual({ passages: [samplePassage("the first passage"), stallHalfway()] })],
});

const main = async ([home = "", task, from, count]: readonly string[]): Promise<void> => {
  const store = await openStore({ home });
  if (task === "stall") await store.products.register(stallingRegistration());
  for (let number = Number(from); number < Number(from) + Number(count); number += 1) {
    await store.inspections.add(sampleInspection(number));
  }
  await store[Symbol.asyncDispose]();
};

await main(process.argv.slice(2));
