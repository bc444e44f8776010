import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { InMemoryTransport } from "@modelcontextprotocol/sdk/inMemory.js";
import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import { createLog } from "../../log.ts";
import type { Inspector } from "../../inspector.ts";
import type { McpContext } from "../context.ts";
import { readLocalFile } from "../local-file.ts";
import { createMcpServer } from "../server.ts";

/** The official client, connected to a server within this process. */
export const connected = async (inspector: Inspector, changes: Partial<McpContext> = {}): Promise<Client> => {
  const { inspect } = inspector;
  const context = { inspector, log: createLog("silent"), inspect, readFile: readLocalFile, ...changes };
  const [near, far] = InMemoryTransport.createLinkedPair();
  const client = new Client({ name: "test", version: "1" });
  await Promise.all([createMcpServer(context).connect(far), client.connect(near)]);
  return client;
};

/** What a model reads of an answer. */
export const textOf = ({ content }: Pick<CallToolResult, "content">): string =>
  content.flatMap((block) => (block.type === "text" ? [block.text] : [])).join("\n");
