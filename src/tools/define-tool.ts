// A tool does one job and knows nothing of graphs. It is a plain object; a node, the LangChain tool, the
// MCP tool and the HTTP endpoint are adapters over it.
import type { z } from "zod";
import type { JobId } from "../domain/job.ts";
import { GumsaError, throwIfCancelled } from "../errors.ts";
import type { ToolDeps } from "./tool-deps.ts";

export interface Tool<Input extends z.ZodType, Output extends z.ZodType> {
  /** `verb_noun`. */
  readonly name: string;
  /** For people and for models that choose among tools. */
  readonly description: string;
  readonly input: Input;
  readonly output: Output;
  readonly run: (input: z.output<Input>, context: ToolContext) => Promise<z.output<Output>>;
}

export interface ToolRun {
  readonly signal?: AbortSignal | undefined;
  /** `share` runs from 0 to 1 within each step. */
  readonly onProgress?: ((step: ProgressStep, share: number) => void) | undefined;
  /** The job that this run belongs to. What the job's earlier run changed before it was cut off is its own. */
  readonly job?: JobId | undefined;
}

export type ProgressStep =
  | "read_pictures"
  | "audit_pictures"
  | "build_bank"
  | "read_manuals"
  | "read_cases"
  | "describe_pictures"
  | "describe_passages"
  | "send_weights"
  | "compare_models"
  | "compare_verdicts"
  | "pull_model";

export type ToolContext = ToolDeps & ToolRun;

export const defineTool = <Input extends z.ZodType, Output extends z.ZodType>(
  tool: Tool<Input, Output>,
): Tool<Input, Output> => tool;

/** A tool with its dependencies: input checked against its schema, then run. */
export type BoundTool<T> =
  T extends Tool<infer Input, infer Output>
    ? (input: z.input<Input>, run?: ToolRun) => Promise<z.output<Output>>
    : never;

/** Throws `usage_invalid` for input that the tool's schema refuses. */
export const bindTool =
  <Input extends z.ZodType, Output extends z.ZodType>(tool: Tool<Input, Output>, deps: ToolDeps) =>
  async (input: z.input<Input>, run: ToolRun = {}): Promise<z.output<Output>> => {
    throwIfCancelled(run.signal);
    const parsed = tool.input.safeParse(input);
    // A graph's run holds more than this, a `store` among it that is not ours.
    const { signal, onProgress, job } = run;
    if (parsed.success) return tool.run(parsed.data, { ...deps, signal, onProgress, job });
    throw new GumsaError("usage_invalid", `${tool.name}: ${parsed.error.issues[0]?.message}`, {
      cause: parsed.error,
    });
  };
