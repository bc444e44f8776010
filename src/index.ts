// What the package offers to programs. Everything else may change from one version to the next.
export { type Config, loadConfig } from "./config.ts";
export { Inspection } from "./domain/inspection.ts";
export { GumsaError } from "./errors.ts";
export { createInspector, type InspectInput, type Inspector, type Progress } from "./inspector.ts";
export { buildConversationGraph } from "./langchain/conversation-graph.ts";
export { buildInspectionGraph } from "./langchain/inspection-graph.ts";
export { createInspectionTool } from "./langchain/inspection-tool.ts";
export { createLog } from "./log.ts";
