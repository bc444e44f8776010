// After a build in a checkout: `npx gumsa` runs it at once. npm links the commands of dependencies only,
// not the package's own. Windows needs a shim instead of a link; there `node dist/src/cli/gumsa.js` serves.
import { chmodSync, existsSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const command = join(root, "dist", "src", "cli", "gumsa.js");
const folder = join(root, "node_modules", ".bin");

if (process.platform !== "win32") {
  chmodSync(command, 0o755);
  if (existsSync(folder)) {
    const link = join(folder, "gumsa");
    rmSync(link, { force: true });
    symlinkSync(relative(folder, command), link);
  }
}
