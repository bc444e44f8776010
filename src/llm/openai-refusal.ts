import { APIConnectionError, APIError, APIUserAbortError } from "openai";
import { GumsaError } from "../errors.ts";

/** An answer with a status is the server's refusal; without one there was no server, or it did not speak JSON. */
export const refusal = (error: unknown, baseUrl: string): GumsaError => {
  const cause = { cause: error };
  if (
    error instanceof APIConnectionError ||
    error instanceof APIUserAbortError ||
    !(error instanceof APIError)
  ) {
    return new GumsaError("llm_unavailable", `No OpenAI-compatible server answers at ${baseUrl}.`, {
      hint: "check GUMSA_OPENAI_URL; it ends in /v1 for most servers",
      ...cause,
    });
  }
  const { status } = error;
  const message = `The server answered: ${error.message}`;
  if (status === 401 || status === 403) {
    return new GumsaError("llm_unavailable", message, { hint: "check GUMSA_OPENAI_KEY", ...cause });
  }
  if (status === 404) return new GumsaError("llm_model_missing", message, cause);
  const isOurs = status !== undefined && status < 500 && status !== 429;
  return new GumsaError(isOurs ? "llm_unusable" : "llm_unavailable", message, cause);
};
