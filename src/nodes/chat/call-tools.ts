// Calls what the intents need. The record itself needs no tool.
import { type Ground, particularsOf, withIds } from "../../chat/ground.ts";
import type { Intent } from "../../chat/reading.ts";
import { spanOf } from "../../chat/span-of.ts";
import type { ToolCall } from "../../domain/chat.ts";
import type { Fact } from "../../domain/follow-up.ts";
import { callTool } from "./call-tool.ts";
import type { ChatDeps, ChatNode } from "./chat-node.ts";
import { chatTools } from "./chat-tools.ts";

export const callTools =
  ({ tools, groundOf }: Pick<ChatDeps, "tools" | "groundOf">): ChatNode =>
  async ({ inspection: id, intents, found: before, askedAt, calls: made, fresh: seen }, run) => {
    const ground = await groundOf(id);
    const bound = chatTools({ ...ground, tools });
    const calls: ToolCall[] = [...made];
    const found: Fact[] = [...before];
    const fresh: string[] = [...seen];
    const keep = (facts: readonly Fact[]): void => {
      found.push(...facts.filter((fact) => !isKnown(fact, ground, found)));
      fresh.push(...facts.map((fact) => fact.id));
    };
    for (const intent of intents) {
      if (isParticular(intent))
        keep(withIds([particularsOf(ground)], [...ground.inspection.evidence, ...found]));
      const wanted = callFor(intent, new Date(askedAt));
      const tool = bound.find(({ name }) => name === wanted?.name);
      if (!tool || !wanted) continue;
      const { call, facts } = await callTool(tool, wanted.input, { ground, found, run });
      calls.push(call);
      keep(facts);
    }
    return { calls, found, fresh };
  };

const isKnown = ({ id }: Fact, { inspection }: Ground, found: readonly Fact[]): boolean =>
  [...inspection.evidence, ...found].some((fact) => fact.id === id);

const PARTICULARS = ["inspectedAt", "duration", "file", "product", "pictureSize", "versions", "metadata"];
const isParticular = ({ kind }: Intent): boolean => PARTICULARS.includes(kind);

const callFor = (intent: Intent, now: Date): Pick<ToolCall, "name" | "input"> | undefined => {
  switch (intent.kind) {
    case "look":
      return { name: "look_closer", input: areaOf(intent) };
    case "ignore":
      return { name: "ignore_area", input: areaOf(intent) };
    case "suppose":
      return intent.value === undefined
        ? undefined
        : { name: "suppose_limit", input: { what: intent.what, value: intent.value } };
    case "explain":
      return { name: "explain_number", input: { number: intent.number } };
    case "manual":
      return { name: "search_manual", input: { question: intent.question } };
    case "history":
      return { name: "recall_history", input: {} };
    case "feedback":
      return { name: "list_feedback", input: {} };
    case "earlier":
      return { name: "list_earlier", input: {} };
    case "compare":
      return {
        name: "list_earlier",
        input: intent.other === undefined ? { limit: 1 } : { other: intent.other },
      };
    case "statistics":
      return {
        name: "count_inspections",
        input: { ...spanOf(intent.period, now), ...(intent.type !== undefined && { type: intent.type }) },
      };
    default:
      return undefined;
  }
};

const areaOf = ({ ordinal, box }: Extract<Intent, { kind: "look" | "ignore" }>): ToolCall["input"] =>
  box === undefined ? { region: ordinal ?? 1 } : { box: { ...box } };
