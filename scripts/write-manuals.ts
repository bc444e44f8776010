// Writes the two sample manuals of the demo product: `npx tsx scripts/write-manuals.ts`.
import { mkdir, writeFile } from "node:fs/promises";
import { castingEn } from "./manuals/casting-en.ts";
import { castingKo } from "./manuals/casting-ko.ts";
import { layOutManual } from "./manuals/lay-out-manual.ts";

const folder = new URL("../manuals/", import.meta.url);
await mkdir(folder, { recursive: true });
for (const text of [castingKo, castingEn]) {
  const file = new URL(`casting-${text.language}.pdf`, folder);
  await writeFile(file, await layOutManual(text));
  console.log(`manuals/casting-${text.language}.pdf`);
}
