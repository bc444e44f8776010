import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

const FOLDER = "gumsa-out";

/** Writes a cut-out of a conversation where results go, under the first digits of its hash; the file's name. */
export const storedPicture = async (id: string, bytes: Uint8Array): Promise<string> => {
  const file = join(FOLDER, `${id.slice("sha256:".length, "sha256:".length + 12)}.jpg`);
  await mkdir(FOLDER, { recursive: true });
  await writeFile(file, bytes);
  return file;
};
