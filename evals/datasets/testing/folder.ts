import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export interface TemporaryFolder extends AsyncDisposable {
  readonly path: string;
}

/** A folder with these files, by their paths within it; readers never look into a picture, so it may be empty. */
export const folderOf = async (
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<TemporaryFolder> => {
  const path = await mkdtemp(join(tmpdir(), "gumsa-data-"));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(path, name)), { recursive: true });
    await writeFile(join(path, name), content);
  }
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
};

/** What every folder collects that people open in their file manager. */
export const STRAY = { "Thumbs.db": "", ".DS_Store": "", "._a.png": "", "notes.txt": "" } as const;
