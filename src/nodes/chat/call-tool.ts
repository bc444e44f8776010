import { type Found, type Ground, withIds } from "../../chat/ground.ts";
import type { ToolCall } from "../../domain/chat.ts";
import type { Fact } from "../../domain/follow-up.ts";
import { GumsaError } from "../../errors.ts";
import type { ChatRun } from "./chat-node.ts";
import type { ChatTool } from "./chat-tools.ts";

/** A tool that cannot do it is a result; a bug passes through. */
export const callTool = async (
  tool: ChatTool,
  input: ToolCall["input"],
  { ground, found, run }: { ground: Ground; found: readonly Fact[]; run: ChatRun },
): Promise<{ call: ToolCall; facts: readonly Fact[] }> => {
  const told = (call: ToolCall, facts: readonly Fact[]) => {
    run.writer?.({ kind: "tool", call });
    return { call, facts };
  };
  try {
    const bodies: readonly Found[] = await tool.call(input, run);
    const facts = withIds(bodies, [...ground.inspection.evidence, ...found]);
    return told({ name: tool.name, input, evidence: facts.map(({ id }) => id) }, facts);
  } catch (error) {
    if (!(error instanceof GumsaError) || error.code === "cancelled") throw error;
    const failure = { code: error.code, reason: error.message };
    return told({ name: tool.name, input, evidence: [], error: failure }, []);
  }
};
