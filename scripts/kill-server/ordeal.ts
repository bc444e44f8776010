// Kills the service at random moments while clients send pictures, starts it again each time, and then asks what
// became of everything that it had acknowledged.
import { setTimeout as wait } from "node:timers/promises";
import { type Acknowledged, putUnderLoad } from "./load.ts";
import { type Server, type ServerOptions, startServer } from "./server.ts";

export interface Ordeal extends Omit<ServerOptions, "settings"> {
  readonly kills: number;
  readonly pictures: readonly Uint8Array<ArrayBuffer>[];
  /** From 0 to 1. */
  readonly random: () => number;
  readonly onKill?: (done: number, acknowledged: number) => void;
}

export interface Outcome {
  readonly kills: number;
  readonly acknowledged: number;
  readonly recorded: number;
  /** Marked as failed or cancelled, with the code. */
  readonly marked: readonly string[];
  /** Begun more than once: cut off by a kill and taken up again. */
  readonly resumed: number;
  /** What must not be: acknowledged and not known, without its picture, or never ended. */
  readonly lost: readonly string[];
}

const CLIENTS = 4;
const LATEST_KILL_MS = 3_000;
const SETTINGS = { GUMSA_QUEUE: "16", GUMSA_BATCH_QUEUE: "16", GUMSA_LOG_LEVEL: "error" };
const LONGEST_DRAIN_MS = 8 * 60_000;

export const undergo = async ({ kills, random, pictures, onKill, ...options }: Ordeal): Promise<Outcome> => {
  const acknowledged = new Map<string, Acknowledged["as"]>();
  const acknowledge = ({ inspection, as }: Acknowledged): void => void acknowledged.set(inspection, as);
  for (let done = 1; done <= kills; done++) {
    const server = await startServer({ ...options, settings: SETTINGS });
    const over = new AbortController();
    const load = putUnderLoad({
      url: server.url,
      clients: CLIENTS,
      pictures,
      acknowledge,
      signal: over.signal,
    });
    await wait(random() * LATEST_KILL_MS);
    await server.kill();
    over.abort();
    await load;
    onKill?.(done, acknowledged.size);
  }
  const server = await startServer({ ...options, settings: SETTINGS });
  try {
    return { kills, ...(await reckon(acknowledged, server)) };
  } finally {
    await server.stop();
  }
};

const reckon = async (
  acknowledged: ReadonlyMap<string, Acknowledged["as"]>,
  { url }: Server,
): Promise<Omit<Outcome, "kills">> => {
  const latest = Date.now() + LONGEST_DRAIN_MS;
  const lost: string[] = [];
  const marked: string[] = [];
  let [recorded, resumed] = [0, 0];
  for (const [id, as] of acknowledged) {
    const end = await endOf(id, url, latest);
    if (end.kind === "recorded") recorded++;
    if (end.kind === "marked" && as === "accepted") marked.push(`${id} ${end.what}`);
    const isLost = end.kind === "lost" || (end.kind === "marked" && as === "recorded");
    if (isLost) lost.push(`${id} ${end.what}`);
    if (await wasResumed(id, url)) resumed++;
  }
  return { acknowledged: acknowledged.size, recorded, marked, resumed, lost };
};

interface End {
  readonly kind: "recorded" | "marked" | "lost";
  readonly what: string;
}

const endOf = async (id: string, url: string, latest: number): Promise<End> => {
  while (Date.now() < latest) {
    const response = await fetch(`${url}/v1/inspections/${id}`);
    await response.arrayBuffer();
    if (response.status === 200) return hasPicture(id, url);
    if (response.status !== 202) return markOf(id, url);
    await wait(250);
  }
  return { kind: "lost", what: "never ended" };
};

const hasPicture = async (id: string, url: string): Promise<End> => {
  const { status } = await fetch(`${url}/v1/inspections/${id}/images/source`);
  return status === 200 ? { kind: "recorded", what: "" } : { kind: "lost", what: `picture ${status}` };
};

const markOf = async (id: string, url: string): Promise<End> => {
  const events = await eventsOf(id, url);
  const [, end] = /event: (failed|cancelled)/.exec(events) ?? [];
  return end === undefined ? { kind: "lost", what: "not known" } : { kind: "marked", what: end };
};

const wasResumed = async (id: string, url: string): Promise<boolean> =>
  (await eventsOf(id, url)).split("event: started").length > 2;

/** Of an inspection that has ended: the stream ends too. */
const eventsOf = async (id: string, url: string): Promise<string> =>
  (await fetch(`${url}/v1/inspections/${id}/events`)).text();
