// A folder of pictures, inspected in this process: one line each, the suspicious ones first.
//   npx tsx examples/batch-folder.ts examples/casting/test/scratch
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInspector, createLog, GumsaError, loadConfig } from "gumsa";
import pMap from "p-map";

const folder = process.argv[2] ?? "examples/casting/test/scratch";
const config = loadConfig(process.env);
await using inspector = await createInspector(config, { log: createLog(config.logLevel) });

const inspect = async (fileName: string) => {
  try {
    const bytes = await readFile(join(folder, fileName));
    const { id, verdict } = await inspector.inspect({ images: [{ fileName, bytes }], metadata: { folder } });
    return { fileName, id, verdict: verdict.kind, pValue: verdict.pValue ?? 1 };
  } catch (error) {
    if (!(error instanceof GumsaError)) throw error;
    return { fileName, id: "-", verdict: error.code, pValue: 1 };
  }
};
const files = (await readdir(folder)).filter((name) => /\.(jpe?g|png|webp|tiff?|bmp)$/i.test(name));
const results = await pMap(files, inspect, { concurrency: inspector.workers + 1 });
results.sort((one, other) => one.pValue - other.pValue);
for (const { fileName, id, verdict, pValue } of results)
  console.log([fileName, verdict, pValue.toFixed(3), id].join("\t"));
