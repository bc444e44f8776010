// Gathers a streamed answer, whatever the protocol: watched, so that a server that stands still is noticed, and
// refused unless it came whole to a question that was read whole.
import { z } from "zod";
import { GumsaError } from "../errors.ts";
import type { Answer, ModelRun } from "./chat-model.ts";
import { type Limits, startWatch } from "./watch.ts";

export interface Piece {
  readonly text: string;
  /** Of the last piece that carries text; later ones may still count. */
  readonly endReason?: string | undefined;
  readonly promptTokens?: number | undefined;
  readonly answerTokens?: number | undefined;
}

export interface Asking {
  readonly pieces: (signal: AbortSignal) => AsyncIterable<Piece>;
  readonly limits: Limits;
  readonly host: string;
  /** The context that was asked for, where it is the client that asks. */
  readonly context?: number;
}

export const wholeAnswer = async (
  { pieces, limits, host, context }: Asking,
  run: ModelRun,
): Promise<Answer> => {
  using watch = startWatch(limits, run);
  let [text, hasBegun] = ["", false];
  let end: Omit<Piece, "text"> = {};
  try {
    for await (const { text: more, ...rest } of pieces(watch.signal)) {
      watch.sawProgress();
      hasBegun = true;
      text += more;
      end = { ...end, ...known(rest) };
      if (more !== "") run.onText?.(text);
    }
    if (watch.signal.aborted) throw watch.signal.reason; // a client that ends quietly when it is aborted
  } catch (error) {
    throw failureOf(watch.signal.aborted ? watch.signal.reason : error, { host, hasBegun });
  }
  return checked({ text, ...end }, context);
};

const known = (rest: Omit<Piece, "text">): Omit<Piece, "text"> =>
  Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));

/** A whole answer to a whole question; what was cut at either end is refused. */
const checked = ({ text, endReason, promptTokens, answerTokens }: Piece, context?: number): Answer => {
  if (endReason === undefined) throw unusable("The answer broke off before its end.");
  if (endReason === "length") throw unusable("The answer was cut off: it grew longer than it may be.");
  if (context !== undefined && (promptTokens ?? 0) + (answerTokens ?? 0) >= context) {
    throw unusable(`The question filled the context of ${context} tokens, so that a part of it was lost.`);
  }
  return { text, promptTokens, answerTokens };
};

const failureOf = (error: unknown, { host, hasBegun }: { host: string; hasBegun: boolean }): GumsaError => {
  if (error instanceof GumsaError) return error;
  const cause = { cause: error };
  if (error instanceof z.ZodError)
    return new GumsaError("llm_unusable", "The server speaks otherwise.", cause);
  if (hasBegun || error instanceof SyntaxError)
    return new GumsaError("llm_unusable", "The answer broke off before its end.", cause);
  const detail = error instanceof Error ? error.message : String(error);
  return new GumsaError("llm_unavailable", `The server at ${host} failed: ${detail}`, cause);
};

/** Throws `llm_unusable` where the model has no room for the question and its longest answer. */
export const requireRoom = (needed: number, room: number): void => {
  if (needed > room)
    throw unusable(`The question takes up to ${needed} tokens; the model has room for ${room}.`);
};

const unusable = (message: string): GumsaError => new GumsaError("llm_unusable", message);
