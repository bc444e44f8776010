import { GumsaError } from "../errors.ts";
import type { ModelRun } from "./chat-model.ts";

export interface Limits {
  /** From the question to the end of the answer. */
  readonly deadlineMs: number;
  /** Between two pieces of the answer. The first may take long: the model is loaded and reads the pictures. */
  readonly idleMs: number;
}

export interface Watch extends Disposable {
  /** Aborted with the `GumsaError` that tells why. */
  readonly signal: AbortSignal;
  /** A piece of the answer has come. */
  readonly sawProgress: () => void;
}

/** Ends a request that takes too long, stands still or is cancelled. Disposing closes the connection. */
export const startWatch = (
  { deadlineMs, idleMs }: Limits,
  { signal: cancel, endsAtMs }: Pick<ModelRun, "signal" | "endsAtMs"> = {},
): Watch => {
  const controller = new AbortController();
  const endAfter = (timeoutMs: number, message: string): NodeJS.Timeout =>
    setTimeout(() => controller.abort(new GumsaError("llm_timeout", message)), timeoutMs);
  const onCancel = (): void =>
    controller.abort(new GumsaError("cancelled", "The question was cancelled.", { cause: cancel?.reason }));
  const deadline = endAfter(deadlineMs, `The model did not finish within ${seconds(deadlineMs)}.`);
  const end = endsAtMs === undefined ? undefined : endAfter(Math.max(0, endsAtMs - Date.now()), LATE);
  let idle: NodeJS.Timeout | undefined;
  if (cancel?.aborted) onCancel();
  cancel?.addEventListener("abort", onCancel, { once: true });
  return {
    signal: controller.signal,
    sawProgress: () => {
      clearTimeout(idle);
      idle = endAfter(idleMs, `The model stood still for ${seconds(idleMs)} in the middle of its answer.`);
    },
    [Symbol.dispose]: () => {
      for (const timer of [deadline, end, idle]) clearTimeout(timer);
      cancel?.removeEventListener("abort", onCancel);
      controller.abort();
    },
  };
};

const LATE = "The inspection's deadline came before the answer was whole.";

const seconds = (ms: number): string => `${ms / 1000} s`;
