/**
 * A signal for one run of a graph, which aborts with the outer one. LangGraph listens to the signal that it is given and
 * never lets go (1.4): one that outlives many runs would gather a listener, and the run behind it, from each.
 */
export const ownSignal = (outer: AbortSignal | undefined): Disposable & { readonly signal: AbortSignal } => {
  const controller = new AbortController();
  const abort = (): void => controller.abort(outer?.reason);
  if (outer?.aborted) abort();
  outer?.addEventListener("abort", abort, { once: true });
  return {
    signal: controller.signal,
    [Symbol.dispose]: () => outer?.removeEventListener("abort", abort),
  };
};
