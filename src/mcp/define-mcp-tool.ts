// A tool as a model sees it: typed input and output, and the same answer once more as text for clients that show no
// structured content.
import type { ContentBlock, ToolAnnotations } from "@modelcontextprotocol/sdk/types.js";
import type { z } from "zod";
import type { Call } from "./context.ts";

export interface McpAnswer<Result> {
  readonly result: Result;
  readonly text: string;
  /** Thumbnails, and links to what is too large to be sent along. */
  readonly attachments?: readonly ContentBlock[];
}

export interface McpTool<Input extends z.ZodObject = z.ZodObject, Output extends z.ZodObject = z.ZodObject> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: Input;
  readonly output: Output;
  readonly annotations: ToolAnnotations;
  readonly run: (input: z.output<Input>, call: Call) => Promise<McpAnswer<z.input<Output>>>;
}

export const defineMcpTool = <Input extends z.ZodObject, Output extends z.ZodObject>(
  tool: McpTool<Input, Output>,
): McpTool<Input, Output> => tool;

/** It answers a question about what is stored on this machine and changes nothing. */
export const ASKS_ONLY: ToolAnnotations = { readOnlyHint: true, openWorldHint: false };
/** It adds a record and takes nothing away. */
export const ADDS_A_RECORD: ToolAnnotations = {
  readOnlyHint: false,
  destructiveHint: false,
  idempotentHint: false,
  openWorldHint: false,
};
