// Requests to addresses that a caller named. A name is resolved once, every address that it has is checked, and the
// connection goes to the addresses that were checked and to no others; each redirect begins anew. So nobody can make
// Gumsa ask a machine of its own network, not even by a name that answers otherwise the second time.
import { lookup } from "node:dns/promises";
import type { LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";
import { Agent, type Dispatcher, request } from "undici";
import { GumsaError } from "../errors.ts";

export interface GuardedRequest {
  readonly method?: "GET" | "POST";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Private, loopback and link-local ones too. */
  readonly allowsPrivate: boolean;
  readonly mostBytes: number;
  readonly mostRedirects: number;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

export interface GuardedAnswer {
  readonly status: number;
  readonly bytes: Uint8Array;
  /** Where the last redirect led. */
  readonly url: URL;
}

export interface Network {
  readonly resolve: (host: string) => Promise<readonly string[]>;
  readonly isPublic: (address: string) => boolean;
}

/** Throws `address_refused`, `address_unreachable`, `answer_too_large`, `cancelled`. */
export const guardedFetch = async (
  address: string,
  options: GuardedRequest,
  network: Network = INTERNET,
): Promise<GuardedAnswer> => {
  const signal = AbortSignal.any([
    AbortSignal.timeout(options.timeoutMs),
    ...(options.signal ? [options.signal] : []),
  ]);
  let url = checkedUrl(address, options, network);
  for (let redirects = 0; ; redirects++) {
    const answer = await ask(url, { ...options, signal }, network);
    if (!("location" in answer)) return answer;
    if (redirects >= options.mostRedirects) {
      throw new GumsaError("address_refused", `${url.origin} redirects more often than is followed.`);
    }
    url = checkedUrl(new URL(answer.location, url).href, options, network);
  }
};

/** What can be known without asking anybody. Throws `address_refused`. */
export const checkedUrl = (
  address: string,
  { allowsPrivate }: Pick<GuardedRequest, "allowsPrivate">,
  { isPublic }: Pick<Network, "isPublic"> = INTERNET,
): URL => {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "") {
    throw new GumsaError(
      "address_refused",
      "An address begins with http:// or https:// and has no password in it.",
    );
  }
  const host = hostOf(url);
  if (ipaddr.isValid(host) && !allowsPrivate && !isPublic(host)) throw refused(host);
  return url;
};

/** Neither private nor loopback, link-local, shared, reserved or translated; IPv4 within IPv6 counts as IPv4. */
const isPublicAddress = (address: string): boolean => ipaddr.process(address).range() === "unicast";

const INTERNET: Network = {
  resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  isPublic: isPublicAddress,
};

const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, "");

type Asking = GuardedRequest & { readonly signal: AbortSignal };

const ask = async (
  url: URL,
  options: Asking,
  network: Network,
): Promise<GuardedAnswer | { location: string }> => {
  const addresses = await checkedAddresses(hostOf(url), options, network);
  const agent = new Agent({ connect: { lookup: pinnedTo(addresses) } });
  try {
    const answer = await request(url, {
      method: options.method ?? "GET",
      headers: { ...options.headers },
      body: options.body ?? null,
      dispatcher: agent,
      signal: options.signal,
    });
    const { location } = answer.headers;
    if (answer.statusCode >= 300 && answer.statusCode < 400 && typeof location === "string")
      return { location };
    return { status: answer.statusCode, bytes: await bytesOf(answer, url, options.mostBytes), url };
  } catch (error) {
    throw error instanceof GumsaError ? error : unreachable(url, error, options.signal);
  } finally {
    await agent.destroy();
  }
};

/** One address that is refused refuses the name: whoever mixes them has something in mind. */
const checkedAddresses = async (
  host: string,
  { allowsPrivate }: GuardedRequest,
  { resolve, isPublic }: Network,
): Promise<readonly string[]> => {
  const addresses = ipaddr.isValid(host)
    ? [host]
    : await resolve(host).catch((error: unknown) => {
        throw new GumsaError("address_unreachable", `${host} has no address.`, { cause: error });
      });
  if (!allowsPrivate && !addresses.every(isPublic)) throw refused(host);
  return addresses;
};

const pinnedTo =
  (addresses: readonly string[]): LookupFunction =>
  (_, { all }, callback) => {
    const found = addresses.map((address) => ({
      address,
      family: ipaddr.parse(address).kind() === "ipv6" ? 6 : 4,
    }));
    const [first] = found;
    if (all) callback(null, found);
    else callback(null, first?.address ?? "", first?.family ?? 4);
  };

const bytesOf = async (
  { body }: Dispatcher.ResponseData,
  url: URL,
  mostBytes: number,
): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > mostBytes) {
      throw new GumsaError("answer_too_large", `${url.origin} sends more than ${mostBytes / 1e6} MB.`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

const refused = (host: string): GumsaError =>
  new GumsaError("address_refused", `${host} is no public address.`, {
    hint: "GUMSA_PRIVATE_ADDRESSES=allow, if it is a machine of yours that may be reached",
  });

const unreachable = (url: URL, error: unknown, signal: AbortSignal): GumsaError => {
  const isLate = signal.reason instanceof DOMException && signal.reason.name === "TimeoutError";
  if (signal.aborted && !isLate)
    return new GumsaError("cancelled", "The request was cancelled.", { cause: error });
  return new GumsaError("address_unreachable", `${url.origin} does not answer${isLate ? " in time" : ""}.`, {
    cause: error,
  });
};
