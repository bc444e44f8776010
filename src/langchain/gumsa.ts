// The graphs that `langgraph.json` names, for the LangGraph server. Only this file knows the process; Gumsa is opened
// when the first of them is asked for.
import { loadConfig } from "../config.ts";
import { createInspector, type Inspector } from "../inspector.ts";
import { createLog } from "../log.ts";
import { buildConversationGraph } from "./conversation-graph.ts";
import { buildInspectionGraph } from "./inspection-graph.ts";

let opened: Promise<Inspector> | undefined;

const inspector = (): Promise<Inspector> => {
  const config = loadConfig(process.env);
  opened ??= createInspector(config, { log: createLog(config.logLevel) });
  return opened;
};

export const chat = async () => buildConversationGraph(await inspector());
export const inspection = async () => buildInspectionGraph(await inspector());
