// Speaks with a hub of models (huggingface.co or a mirror): what a file is, and its bytes. Redirects are followed
// here and not by the HTTP library, because the facts about a large file (size, SHA-256, commit) stand on the
// hub's own redirect, not on the answer of the storage that it points to.
import { EnvHttpProxyAgent, request } from "undici";
import type { Config } from "../../config.ts";
import { GumsaError } from "../../errors.ts";

export interface RemoteFile {
  readonly sizeBytes: number | undefined;
  /** Stated for large files only. */
  readonly sha256: string | undefined;
  /** Tells two versions of a file apart. */
  readonly version: string | undefined;
  readonly commit: string | undefined;
}

export interface RemoteBytes {
  /** False where the server sends the whole file, whatever was asked. */
  readonly isContinued: boolean;
  readonly etag: string | undefined;
  readonly chunks: AsyncIterable<Uint8Array>;
}

export interface FileAddress {
  readonly repository: string;
  readonly revision: string;
  readonly path: string;
}

/** Where to go on: so many bytes of the version with this ETag are there. */
export interface Resumption {
  readonly fromBytes: number;
  readonly etag: string;
}

/** Of one answer that will not do; the caller decides whether to ask again. */
export class Refusal extends Error {
  readonly status: number;
  readonly retryAfterMs: number | undefined;

  constructor(status: number, url: string, retryAfterMs?: number) {
    super(`${url} answered ${status}`);
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }
}

export interface HubClient extends AsyncDisposable {
  describe(file: FileAddress, signal?: AbortSignal): Promise<RemoteFile>;
  open(file: FileAddress, from: Resumption | undefined, signal?: AbortSignal): Promise<RemoteBytes>;
}

const MOST_REDIRECTS = 5;

/** Throws `offline` where connections are forbidden. */
export const createHubClient = (hub: Config["hub"]): HubClient => {
  if (hub.isOffline) {
    throw new GumsaError(
      "offline",
      "A connection to the model hub is needed, and connections are forbidden.",
      {
        hint: "run it without --offline and with GUMSA_OFFLINE=0",
      },
    );
  }
  const { httpProxy, httpsProxy, noProxy } = hub;
  const dispatcher = new EnvHttpProxyAgent({ httpProxy, httpsProxy, noProxy });
  const ask = async (url: string, method: "HEAD" | "GET", options: AskOptions) => {
    const { statusCode, headers, body } = await request(url, { method, dispatcher, ...TIMEOUTS, ...options });
    if (method === "HEAD" || statusCode >= 300) await body.dump();
    if (statusCode < 400) return { statusCode, headers, body };
    throw new Refusal(statusCode, url, retryAfterMs(headers["retry-after"]));
  };
  return {
    async describe(file, signal) {
      let url = urlOf(hub.endpoint, file);
      for (let hop = 0; hop < MOST_REDIRECTS; hop++) {
        const { statusCode, headers } = await ask(url, "HEAD", { headers: PLAIN, signal });
        if (statusCode < 300 || headers["x-linked-etag"] !== undefined) return factsFrom(headers, statusCode);
        url = redirected(headers, url);
      }
      throw new Refusal(310, url);
    },
    async open(file, from, signal) {
      let url = urlOf(hub.endpoint, file);
      const range = from && { range: `bytes=${from.fromBytes}-`, "if-range": from.etag };
      for (let hop = 0; hop < MOST_REDIRECTS; hop++) {
        const { statusCode, headers, body } = await ask(url, "GET", {
          headers: { ...PLAIN, ...range },
          signal,
        });
        if (statusCode < 300) {
          const isContinued = statusCode === 206 && startOf(headers["content-range"]) === from?.fromBytes;
          return { isContinued, etag: strongEtag(headers.etag), chunks: body };
        }
        url = redirected(headers, url);
      }
      throw new Refusal(310, url);
    },
    [Symbol.asyncDispose]: () => dispatcher.close(),
  };
};

interface AskOptions {
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal | undefined;
}

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Of silence, not of the whole. */
const TIMEOUTS = { headersTimeout: 60_000, bodyTimeout: 60_000 } as const;

/** Compressed bytes could be neither counted nor resumed. */
const PLAIN = { "accept-encoding": "identity", "user-agent": "gumsa" };

const urlOf = (endpoint: string, { repository, revision, path }: FileAddress): string =>
  `${endpoint.replace(/\/$/, "")}/${repository}/resolve/${encodeURIComponent(revision)}/${path}`;

const redirected = (headers: Headers, url: string): string => {
  const location = textOf(headers.location);
  if (location === undefined) throw new Refusal(310, url);
  return new URL(location, url).href;
};

/** The hub's own redirect says `X-Linked-…` of what it points to; its Content-Length is that of the redirect. */
const factsFrom = (headers: Headers, statusCode: number): RemoteFile => {
  const linked = textOf(headers["x-linked-etag"])?.replaceAll(/^W\/|"/g, "");
  const isDirect = statusCode < 300;
  const size = textOf(headers["x-linked-size"]) ?? (isDirect ? textOf(headers["content-length"]) : undefined);
  return {
    sizeBytes: size === undefined ? undefined : Number(size),
    sha256: linked !== undefined && /^[0-9a-f]{64}$/.test(linked) ? linked : undefined,
    version: linked ?? textOf(headers.etag),
    commit: textOf(headers["x-repo-commit"]),
  };
};

/** A weak one does not promise the same bytes. */
const strongEtag = (etag: string | readonly string[] | undefined): string | undefined => {
  const text = textOf(etag);
  return text === undefined || text.startsWith("W/") ? undefined : text;
};

const startOf = (contentRange: string | readonly string[] | undefined): number | undefined => {
  const start = textOf(contentRange)?.match(/^bytes (\d+)-/)?.[1];
  return start === undefined ? undefined : Number(start);
};

const textOf = (value: string | readonly string[] | undefined): string | undefined =>
  typeof value === "string" ? value : value?.[0];

const retryAfterMs = (header: string | readonly string[] | undefined): number | undefined => {
  const seconds = Number(textOf(header));
  return Number.isFinite(seconds) ? 1000 * seconds : undefined;
};
