import { execFile } from "node:child_process";
import { availableParallelism, cpus, totalmem } from "node:os";
import { promisify } from "node:util";
import { z } from "zod";
import { packageRoot } from "../src/package-root.ts";

export const Machine = z.object({
  processor: z.string(),
  cores: z.int(),
  memoryBytes: z.int(),
  system: z.string(),
  node: z.string(),
});
export type Machine = z.infer<typeof Machine>;

export const thisMachine = (): Machine => ({
  processor: cpus()[0]?.model.trim() ?? "unknown",
  cores: availableParallelism(),
  memoryBytes: totalmem(),
  system: `${process.platform} ${process.arch}`,
  node: process.versions.node,
});

/** What a run itself may write into the checkout, and what no figure depends on. */
const NO_CODE = [":!evals/recorded", ":!docs"];

/** The commit of the checkout that runs, with `+changes` where it is not clean; undefined for an installed package. */
export const thisCommit = async (): Promise<string | undefined> => {
  const git = async (...command: string[]): Promise<string> =>
    (await promisify(execFile)("git", command, { cwd: packageRoot() })).stdout.trim();
  try {
    const [commit, changes] = [
      await git("rev-parse", "HEAD"),
      await git("status", "--porcelain", "--", ".", ...NO_CODE),
    ];
    return changes === "" ? commit : `${commit}+changes`;
  } catch {
    return undefined; // no git, or no checkout
  }
};
