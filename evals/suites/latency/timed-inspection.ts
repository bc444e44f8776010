import { monitorEventLoopDelay } from "node:perf_hooks";
import type { Inspection } from "../../../src/domain/inspection.ts";
import type { Inspector, NamedBytes } from "../../../src/inspector.ts";
import type { SuiteContext } from "../../context.ts";
import type { TimedInspection } from "./score.ts";

/** One inspection, then one bare run of the network: what else the machine does slows both. */
export const timedInspection = async (
  picture: NamedBytes,
  product: string,
  inspector: Inspector,
  context: SuiteContext,
): Promise<TimedInspection> => {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const start = performance.now();
  const { timingsMs } = await inspectOnce(picture, product, inspector, context);
  const totalMs = performance.now() - start;
  delay.disable();
  const { durationMs } = await inspector.tool("timeNetwork", { product }, { signal: context.signal });
  const { total: _, ...nodesMs } = timingsMs;
  return { nodesMs, totalMs, networkMs: durationMs, heldMs: delay.max / 1e6, peakMemoryBytes: peakMemory() };
};

/** By the rule writer: a language model's time is its own. */
export const inspectOnce = (
  picture: NamedBytes,
  product: string,
  inspector: Inspector,
  { language, signal }: SuiteContext,
): Promise<Inspection> =>
  inspector.inspect({ images: [picture], product, language, writer: "rule" }, { signal });

/** Of the whole process, its worker threads included. */
export const peakMemory = (): number => process.resourceUsage().maxRSS * 1024;
