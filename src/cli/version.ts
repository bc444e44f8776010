import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";

const PackageFile = z.object({ version: z.string() });

/** The package's version, whether this runs from `src/` or from `dist/src/`. */
export const readVersion = (): string => {
  const fromSource = new URL("../../package.json", import.meta.url);
  const fromBuild = new URL("../../../package.json", import.meta.url);
  const file = existsSync(fromSource) ? fromSource : fromBuild;
  return PackageFile.parse(JSON.parse(readFileSync(file, "utf8"))).version;
};
