import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";

export interface FileFacts {
  readonly sizeBytes: number;
  readonly sha256: string;
}

/** Read piece by piece, so that a file may be larger than memory; undefined where there is none. */
export const factsOf = async (path: string): Promise<FileFacts | undefined> => {
  const hash = createHash("sha256");
  let sizeBytes = 0;
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
      hash.update(chunk);
      sizeBytes += chunk.length;
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined; // what fs rejects with
    throw error;
  }
  return { sizeBytes, sha256: hash.digest("hex") };
};
