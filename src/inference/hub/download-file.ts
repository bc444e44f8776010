// One file from the hub to its place. Bytes go to `<file>.part` as they come, with a note of which version they
// are of, so that a later run goes on where this one broke off. The file appears under its name only when its
// size and hash are what they must be.
import { mkdir, open, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { GumsaError, throwIfCancelled } from "../../errors.ts";
import { type FileFacts, factsOf } from "../file-facts.ts";
import { type FileAddress, type HubClient, Refusal, type RemoteFile, type Resumption } from "./hub-client.ts";
import { type RetryOptions, withRetries } from "./retry.ts";

export interface WantedFacts {
  readonly sizeBytes?: number | undefined;
  readonly sha256?: string | undefined;
}

export interface Download {
  readonly from: FileAddress;
  readonly remote: RemoteFile;
  readonly to: string;
  /** What the lock or the card says that the file is. */
  readonly wanted: WantedFacts;
  /** Called with the bytes that are there. */
  readonly onBytes: (bytes: number) => void;
}

/** Throws `hub_refused`, `hub_unreachable`, `model_damaged`, `store_full`. */
export const downloadFile = async (
  download: Download,
  { client, ...retry }: { client: HubClient } & RetryOptions,
): Promise<FileFacts> => {
  const { to, from } = download;
  await mkdir(dirname(to), { recursive: true });
  let furthest = 0;
  const run = (noteAdvance: () => void): Promise<void> => {
    const noteBytes = (bytes: number) => {
      if (bytes > furthest) noteAdvance();
      furthest = Math.max(furthest, bytes);
    };
    return fetchRest(download, { client, noteBytes, ...retry });
  };
  await withRetries(from.path, run, retry).catch(throwFullDisk);
  const facts = await factsOf(partOf(to));
  if (!facts) throw new TypeError(`${partOf(to)} was written and is gone`);
  await refuseOther(facts, download);
  await rename(partOf(to), to);
  await rm(noteOf(to), { force: true });
  return facts;
};

const partOf = (file: string): string => `${file}.part`;
const noteOf = (file: string): string => `${file}.part.json`;

/** What the part file is a part of. */
interface PartNote {
  readonly version: string | undefined;
  readonly etag: string | undefined;
}

const fetchRest = async (
  { from, to, remote, onBytes }: Download,
  { client, noteBytes, signal }: { client: HubClient; noteBytes: (bytes: number) => void } & RetryOptions,
): Promise<void> => {
  const there = await resumptionOf(to, remote);
  if (there && there.fromBytes === remote.sizeBytes) return;
  const { isContinued, etag, chunks } = await client
    .open(from, there, signal)
    .catch(async (error: unknown) => {
      if (error instanceof Refusal && error.status === 416) await discard(to); // there is nothing from there on
      throw error;
    });
  let bytes = isContinued ? (there?.fromBytes ?? 0) : 0;
  await using file = await open(partOf(to), isContinued ? "a" : "w");
  await writeFile(noteOf(to), JSON.stringify({ version: remote.version, etag } satisfies PartNote));
  for await (const chunk of chunks) {
    throwIfCancelled(signal);
    await file.writeFile(chunk);
    bytes += chunk.length;
    noteBytes(bytes);
    onBytes(bytes);
  }
  await file.sync();
  if (remote.sizeBytes !== undefined && bytes < remote.sizeBytes) throw brokenOff(bytes, remote.sizeBytes);
};

/** Only bytes of the same version, whose server can continue it, are worth keeping. */
const resumptionOf = async (file: string, remote: RemoteFile): Promise<Resumption | undefined> => {
  const note = await readFile(noteOf(file), "utf8").then(
    (text) => JSON.parse(text) as PartNote, // written by this module
    () => undefined,
  );
  const part = await factsOf(partOf(file));
  if (!part || part.sizeBytes === 0) return undefined;
  if (note?.etag === undefined || note.version !== remote.version) {
    await discard(file);
    return undefined;
  }
  return { fromBytes: part.sizeBytes, etag: note.etag };
};

const refuseOther = async (facts: FileFacts, { to, from, remote, wanted }: Download): Promise<void> => {
  for (const [source, expected] of [
    ["the hub states", remote],
    ["the lock or the card says", wanted],
  ] as const) {
    const isSize = expected.sizeBytes === undefined || expected.sizeBytes === facts.sizeBytes;
    const isHash = expected.sha256 === undefined || expected.sha256 === facts.sha256;
    if (isSize && isHash) continue;
    await discard(to);
    throw new GumsaError(
      "model_damaged",
      `${from.path} of ${from.repository} is not what ${source}: ${facts.sizeBytes} bytes, SHA-256 ${facts.sha256}.`,
      { hint: "pull it again; if it stays so, do not use this source" },
    );
  }
};

const discard = async (file: string): Promise<void> => {
  await rm(partOf(file), { force: true });
  await rm(noteOf(file), { force: true });
};

/** Looks like what a socket throws, so that it is tried again. */
const brokenOff = (bytes: number, of: number): Error =>
  Object.assign(new Error(`the connection ended after ${bytes} of ${of} bytes`), { code: "ECONNRESET" });

const throwFullDisk = (error: NodeJS.ErrnoException): never => {
  if (error.code !== "ENOSPC" && error.code !== "EDQUOT") throw error;
  throw new GumsaError("store_full", "There is no room left for the model.", {
    hint: "free some room and run the same command again: it goes on where it stopped",
    cause: error,
  });
};
