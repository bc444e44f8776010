import { GumsaError } from "../errors.ts";

/**
 * What a request made when it came first, if `row` under its key is of the same request. Throws `request_key_reused`.
 */
export const repeatedRow = <Row extends { readonly requestHash: string | null }>(
  row: Row | undefined,
  { key, hash }: { readonly key: string; readonly hash: string },
): Row | undefined => {
  if (row === undefined || row.requestHash === hash) return row;
  throw new GumsaError("request_key_reused", `The key ${key} stands for another request already.`, {
    hint: "send a new key with a new request, and the same one only to repeat it",
  });
};
