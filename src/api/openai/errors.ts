// Errors in the shape in which clients of OpenAI's protocol expect them.
import { randomUUID } from "node:crypto";
import { HTTPException } from "hono/http-exception";
import { ERRORS, GumsaError } from "../../errors.ts";
import type { Log } from "../../log.ts";

export interface OpenAiError {
  readonly status: number;
  readonly body: {
    readonly error: {
      readonly message: string;
      readonly type: string;
      readonly param: null;
      readonly code: string;
    };
  };
}

const PATHS = /^\/v1\/(?:chat\/completions$|models(?:\/|$))/;

export const speaksOpenAi = (path: string): boolean => PATHS.test(path);

/** The one place where an error becomes such an answer. A fault shows its id only. */
export const openAiError = (error: unknown, log: Log): OpenAiError => {
  if (error instanceof HTTPException && error.status < 500) {
    return shaped(error.status, "usage_invalid", error.message);
  }
  if (!(error instanceof GumsaError)) {
    const id = randomUUID();
    log.error({ fault: id, err: error }, "internal fault");
    return shaped(500, "internal", `The request met a fault in Gumsa itself; the log has it under ${id}.`);
  }
  const { code, message, hint } = error;
  return shaped(ERRORS[code].httpStatus, code, hint === undefined ? message : `${message} (${hint})`);
};

export const openAiResponse = (error: unknown, log: Log): Response => {
  const { status, body } = openAiError(error, log);
  return Response.json(body, { status });
};

const shaped = (status: number, code: string, message: string): OpenAiError => ({
  status,
  body: { error: { message, type: typeOf(status), param: null, code } },
});

const typeOf = (status: number): string => {
  if (status === 401 || status === 403) return "authentication_error";
  if (status === 429) return "rate_limit_error";
  return status >= 500 ? "server_error" : "invalid_request_error";
};
