// Gumsa for other agents: the Model Context Protocol over the inspector, alike on every transport.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import { packageVersion } from "../package-root.ts";
import type { McpContext } from "./context.ts";
import type { McpTool } from "./define-mcp-tool.ts";
import { progressOf } from "./progress.ts";
import { addResources } from "./resources.ts";
import { toolError } from "./tool-error.ts";
import { askInspection } from "./tools/ask-inspection.ts";
import { findSimilarDefects } from "./tools/find-similar-defects.ts";
import { getInspection } from "./tools/get-inspection.ts";
import { inspectImage } from "./tools/inspect-image.ts";
import { listProducts } from "./tools/list-products.ts";
import { searchManual } from "./tools/search-manual.ts";

const INSTRUCTIONS =
  "Gumsa inspects pictures of products. The verdict comes from calibrated measurements with a stated rate of false " +
  "alarms; it stands whatever is said about it. Cite evidence by its id (A1, M1). Distances are raw, p-values are " +
  "small when suspicious, boxes are pixels of the inspected picture.";

/** One for each connection: not connected yet. */
export const createMcpServer = (context: McpContext): McpServer => {
  const info = { name: "gumsa", title: "Gumsa (검사)", version: packageVersion() };
  const server = new McpServer(info, { instructions: INSTRUCTIONS });
  addTool(server, inspectImage, context);
  addTool(server, askInspection, context);
  addTool(server, findSimilarDefects, context);
  addTool(server, searchManual, context);
  addTool(server, listProducts, context);
  addTool(server, getInspection, context);
  addResources(server, context);
  return server;
};

const addTool = (
  server: McpServer,
  { name, run, input, output, ...told }: McpTool,
  context: McpContext,
): void => {
  const { title, description, annotations } = told;
  const config = { title, description, annotations, inputSchema: input, outputSchema: output };
  server.registerTool(name, config, async (asked, extra): Promise<CallToolResult> => {
    try {
      const {
        result,
        text,
        attachments = [],
      } = await run(asked, { ...context, progress: progressOf(extra) });
      return { structuredContent: result, content: [{ type: "text", text }, ...attachments] };
    } catch (error) {
      return toolError(error, context.log);
    }
  });
};
