// The tools that a caller may use one by one: those that look and search. What changes a product has its own ways in,
// where it is asked who calls; a record is made by an inspection only.
import { z } from "zod";
import { GumsaError } from "../errors.ts";
import type { ToolRun } from "../tools/define-tool.ts";
import { type CallableTools, TOOLS, type ToolName } from "../tools/toolbox.ts";

export interface ToolDescription {
  readonly name: string;
  readonly description: string;
  /** As JSON Schema. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly output: Readonly<Record<string, unknown>>;
}

export interface OpenTools {
  list(): readonly ToolDescription[];
  /** By its public name, with the input that its schema describes. Throws `tool_unknown`, `usage_invalid`. */
  call(name: string, input: unknown, run?: ToolRun): Promise<unknown>;
}

const OPEN = [
  "openImage",
  "gradeCapture",
  "detectAnomaly",
  "compareReference",
  "findSimilar",
  "groundDefects",
  "searchManual",
  "findGuidance",
  "readManualPage",
  "drawManualPage",
  "mapCoverage",
  "recallHistory",
  "listCases",
  "searchCases",
] as const satisfies readonly ToolName[];

export const openToolsOf = (tools: CallableTools): OpenTools => ({
  list: () => OPEN.map((key) => describe(TOOLS[key])),
  async call(name, input, run) {
    const key = OPEN.find((open) => TOOLS[open].name === name);
    if (key) return tools[key](input as never, run); // the tool checks it against its schema
    throw new GumsaError("tool_unknown", `There is no open tool ${name}.`, {
      hint: OPEN.map((open) => TOOLS[open].name).join(", "),
    });
  },
});

const describe = ({ name, description, input, output }: (typeof TOOLS)[ToolName]): ToolDescription => ({
  name,
  description,
  input: z.toJSONSchema(input, { io: "input", unrepresentable: "any" }),
  output: z.toJSONSchema(output, { unrepresentable: "any" }),
});
