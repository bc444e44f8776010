// Asks again where that can help: a busy server, a broken connection. What is wrong for good is told at once.
import { setTimeout as pause } from "node:timers/promises";
import { GumsaError, throwIfCancelled } from "../../errors.ts";
import { Refusal } from "./hub-client.ts";

export interface RetryOptions {
  readonly signal: AbortSignal | undefined;
  /** Before the second try; twice as long before each further one. */
  readonly firstPauseMs: number;
}

const MOST_TRIES = 5;
const LONGEST_PAUSE_MS = 30_000;

/** `attempt` says whether it got further than the one before: then the count of tries begins anew. */
export const withRetries = async <T>(
  what: string,
  attempt: (noteAdvance: () => void) => Promise<T>,
  { signal, firstPauseMs }: RetryOptions,
): Promise<T> => {
  for (let tries = 1; ; tries++) {
    throwIfCancelled(signal);
    try {
      return await attempt(() => {
        tries = 0;
      });
    } catch (error) {
      throwIfCancelled(signal);
      if (error instanceof GumsaError) throw error;
      if (error instanceof Refusal && !isPassing(error.status)) throw refused(what, error);
      if (!(error instanceof Refusal) && !isOfNetwork(error)) throw error;
      if (tries >= MOST_TRIES) throw unreachable(what, error);
      const asked = error instanceof Refusal ? error.retryAfterMs : undefined;
      const wait = Math.min(LONGEST_PAUSE_MS, asked ?? firstPauseMs * 2 ** tries);
      await pause(wait, undefined, signal && { signal }).catch(() => {});
    }
  }
};

/** 416 too: whoever asked for a range that is not there asks for the whole next. */
const isPassing = (status: number): boolean =>
  status === 408 || status === 416 || status === 429 || status >= 500;

/** Errors of sockets and of the HTTP client carry a code; a fault of ours does not. */
const isOfNetwork = (error: unknown): boolean =>
  error instanceof Error && "code" in error && typeof error.code === "string" && !FILE_CODES.has(error.code);

const FILE_CODES = new Set(["ENOSPC", "EACCES", "EPERM", "EROFS", "ENOENT", "EISDIR", "ENOTDIR", "EDQUOT"]);

const refused = (what: string, cause: Refusal): GumsaError =>
  new GumsaError("hub_refused", `The hub does not give out ${what} (${cause.status}).`, {
    hint:
      cause.status === 404
        ? "check the card, or HF_ENDPOINT"
        : "the repository may ask for a licence to be accepted",
    cause,
  });

const unreachable = (what: string, cause: unknown): GumsaError =>
  new GumsaError("hub_unreachable", `${what} could not be fetched in ${MOST_TRIES} tries: ${textOf(cause)}`, {
    hint: "run the same command again: it goes on where it broke off; behind a proxy set HTTPS_PROXY",
    cause,
  });

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
