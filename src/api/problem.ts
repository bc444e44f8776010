// Errors as RFC 9457 problem documents. What a route may answer is listed by error code, from which the statuses,
// the document and the tests follow.
import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { ERRORS, type ErrorCode, GumsaError } from "../errors.ts";
import type { Log } from "../log.ts";
import type { ApiEnv } from "./env.ts";
import { DOCUMENT_HINT, HINTS } from "./hints.ts";

const Problem = z
  .object({
    type: z.string().describe("Where the error is described."),
    title: z.string().describe("What errors of this code have in common."),
    status: z.int(),
    detail: z.string().describe("What happened this time."),
    code: z.string(),
    hint: z.string().optional().describe("The next thing to do."),
    instance: z.string().describe("The id of the request, which the log carries too."),
  })
  .meta({ id: "Problem" });
type Problem = z.infer<typeof Problem>;

const PROBLEM_TYPE = "application/problem+json";
/** What any route may meet. */
const EVERYWHERE: readonly ErrorCode[] = [
  "usage_invalid",
  "key_missing",
  "key_unknown",
  "origin_refused",
  "rate_limited",
  "internal",
];

/** The error answers of a route, by status. */
export const problems = (...codes: readonly ErrorCode[]) => {
  const all = [...new Set([...codes, ...EVERYWHERE])];
  const statuses = new Set(all.map((code) => ERRORS[code].httpStatus));
  const answers = [...statuses].map((status) => {
    const listed = all.filter((code) => ERRORS[code].httpStatus === status);
    const description = listed.map((code) => `\`${code}\`: ${ERRORS[code].meaning}`).join(" ");
    return [status, { description, content: { [PROBLEM_TYPE]: { schema: Problem } } }];
  });
  // Typed as empty: a handler throws, and the one place below answers.
  return Object.fromEntries(answers) as Record<never, never>;
};

/** The one place where an error becomes an answer. A fault shows its id only. */
export const answerProblem =
  (log: Log) =>
  (error: Error, context: Context<ApiEnv>): Response => {
    const instance = context.get("requestId");
    if (error instanceof HTTPException && error.status < 500) {
      return problemResponse({
        code: "usage_invalid",
        detail: error.message,
        status: error.status,
        instance,
      });
    }
    if (!(error instanceof GumsaError)) {
      log.error({ requestId: instance, err: error }, "internal fault");
      const detail = `The request met a fault in Gumsa itself; the log has it under ${instance}.`;
      return problemResponse({ code: "internal", detail, instance });
    }
    const { code, message } = error;
    const hint = HINTS[code] ?? error.hint ?? (code === "usage_invalid" ? DOCUMENT_HINT : undefined);
    return problemResponse({ code, detail: message, instance, ...(hint !== undefined && { hint }) });
  };

interface Told {
  readonly code: ErrorCode;
  readonly detail: string;
  readonly instance: string;
  readonly hint?: string;
  readonly status?: number;
  /** When a retry may help; a second unless it is known better. */
  readonly retryAfterSeconds?: number;
}

export const problemResponse = ({
  code,
  status = ERRORS[code].httpStatus,
  retryAfterSeconds = 1,
  ...told
}: Told): Response => {
  const problem: Problem = {
    type: `/docs/errors#${code}`,
    title: ERRORS[code].meaning,
    status,
    code,
    ...told,
  };
  const headers: Record<string, string> = {
    "content-type": PROBLEM_TYPE,
    "x-request-id": problem.instance,
  };
  if (ERRORS[code].isRetryable) headers["retry-after"] = String(retryAfterSeconds);
  if (status === 413) headers.connection = "close"; // the rest of the body is not read
  return new Response(JSON.stringify(problem), { status: status as ContentfulStatusCode, headers });
};
