// A picture that a caller names by its address: only where a setting allows it, and never from within.
import { basename } from "node:path";
import type { Config } from "../config.ts";
import { GumsaError } from "../errors.ts";
import type { NamedBytes } from "./inputs.ts";
import { guardedFetch } from "./guarded-fetch.ts";

const TIMEOUT_MS = 20_000;
const MOST_REDIRECTS = 3;

/** Throws `fetch_disabled`, `address_refused`, `address_unreachable`, `answer_too_large`. */
export const fetchPicture = async (
  address: string,
  { outbound, service }: Pick<Config, "outbound" | "service">,
  signal?: AbortSignal,
): Promise<NamedBytes> => {
  if (!outbound.fetchesPictures) {
    throw new GumsaError("fetch_disabled", "This service fetches no picture by its address.", {
      hint: "send the picture itself, or set GUMSA_FETCH_PICTURES=1",
    });
  }
  const { status, bytes, url } = await guardedFetch(address, {
    allowsPrivate: outbound.allowsPrivate,
    mostBytes: service.bodyBytes,
    mostRedirects: MOST_REDIRECTS,
    timeoutMs: TIMEOUT_MS,
    ...(signal && { signal }),
  });
  if (status === 200) return { fileName: basename(url.pathname) || "image", bytes };
  throw new GumsaError("address_unreachable", `${url.origin} answered ${status}.`);
};
