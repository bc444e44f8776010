// What went wrong, told to a model so that it can do better on its own: a code, what happened, what to do next.
import { randomUUID } from "node:crypto";
import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import { ERRORS, type ErrorCode, GumsaError } from "../errors.ts";
import type { Log } from "../log.ts";

/** The hints of the error itself speak of the command line; these, of tools. */
const RECOVERIES: Partial<Record<ErrorCode, string>> = {
  product_required: "call list_products, then name one of them as product",
  product_unknown: "call list_products: it names the products that there are",
  inspection_unknown: "take the id that inspect_image returned",
  queue_full: "wait a few seconds, then make the same call again",
  image_unreadable: "send a JPEG, PNG, WebP, TIFF, GIF, AVIF or BMP picture, its bytes unchanged",
  image_damaged: "send the picture again as a whole: a model that copies base64 by hand breaks it",
};

export const toolError = (error: unknown, log: Log): CallToolResult => {
  if (!(error instanceof GumsaError)) return faultOf(error, log);
  const { code, message } = error;
  return failed({ code, message, hint: RECOVERIES[code] ?? error.hint });
};

/** A fault shows its id only; the log has the rest. */
const faultOf = (error: unknown, log: Log): CallToolResult => {
  const id = randomUUID();
  log.error({ fault: id, err: error }, "internal fault");
  return failed({
    code: "internal",
    message: `Gumsa met a fault of its own; its log has it under ${id}.`,
    hint: undefined,
  });
};

interface Told {
  readonly code: ErrorCode;
  readonly message: string;
  readonly hint: string | undefined;
}

const failed = ({ code, message, hint }: Told): CallToolResult => ({
  isError: true,
  content: [{ type: "text", text: `${code}: ${message}${hint === undefined ? "" : `\nNext: ${hint}`}` }],
  _meta: {
    "gumsa/error": { code, isRetryable: ERRORS[code].isRetryable, ...(hint !== undefined && { hint }) },
  },
});
