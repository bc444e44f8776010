// Keeps a run for docs/evaluation.md:
// npx tsx scripts/record-evaluation.ts OUT/record.json NAME --title T --citation C --licence L --command "gumsa eval …"
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readRecord } from "../evals/record.ts";
import { publicRecord, RecordedRun } from "../evals/recorded-run.ts";
import { packageRoot } from "../src/package-root.ts";

const text = { type: "string" } as const;
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { title: text, citation: text, licence: text, command: text },
});
const [path, name] = positionals;
if (path === undefined || name === undefined) throw new Error("name a record and what to call it");
const recorded = RecordedRun.parse({ ...values, record: publicRecord(await readRecord(path)) });
await writeFile(
  join(packageRoot(), "evals", "recorded", `${name}.json`),
  `${JSON.stringify(recorded, null, 2)}\n`,
);
