import type { RequestHandlerExtra } from "@modelcontextprotocol/sdk/shared/protocol.js";
import type { ServerNotification, ServerRequest } from "@modelcontextprotocol/sdk/types.js";
import type { Progress } from "../inspector.ts";

type Extra = Pick<
  RequestHandlerExtra<ServerRequest, ServerNotification>,
  "signal" | "_meta" | "sendNotification"
>;

/** Tells a caller who asked for it what has been done. How many steps there will be is not known beforehand. */
export const progressOf = ({ signal, _meta, sendNotification }: Extra): Progress => {
  const progressToken = _meta?.progressToken;
  if (progressToken === undefined) return { signal };
  let progress = 0;
  let last = "";
  const tell = (message: string): void => {
    if (message === last || signal.aborted) return;
    last = message;
    progress += 1;
    const params = { progressToken, progress, message };
    // A caller who has gone is noticed by the answer.
    sendNotification({ method: "notifications/progress", params }).catch(() => {});
  };
  return {
    signal,
    onNode: (node) => tell(`${node} done`),
    onProgress: (step, share) => tell(`${step} ${Math.floor(share * 10) * 10} %`),
    onEvent: (event) => {
      if (event.kind === "verdict") tell(`verdict ${event.verdict.kind}`);
    },
  };
};
