import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";

/** The folder that holds package.json, models, manuals and examples, from sources and from `dist` alike. */
export const packageRoot = (): string => {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  return folder;
};

const PackageFile = z.object({ version: z.string() });

/** Gumsa's own version. */
export const packageVersion = (): string =>
  PackageFile.parse(JSON.parse(readFileSync(join(packageRoot(), "package.json"), "utf8"))).version;
