// Another agent's view: start `gumsa mcp`, list its tools, inspect a picture, ask about it.
//   npx tsx examples/mcp-client.ts examples/casting/test/hole/01.jpg
import { resolve } from "node:path";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";

const [command = "npx", ...args] = (process.env.GUMSA_COMMAND ?? "npx gumsa mcp").split(" ");
const env = Object.fromEntries(Object.entries(process.env).map(([name, value]) => [name, value ?? ""]));
const client = new Client({ name: "example", version: "1.0.0" });
await client.connect(new StdioClientTransport({ command, args, env }));

const { tools } = await client.listTools();
console.log(tools.map(({ name }) => name).join(", "));

const image = { path: resolve(process.argv[2] ?? "examples/casting/test/hole/01.jpg") };
const { structuredContent } = await client.callTool(
  { name: "inspect_image", arguments: { image, language: "en", thumbnail: false } },
  undefined,
  { onprogress: ({ message }) => console.error(message) },
);
const { inspection, verdict } = structuredContent as { inspection: string; verdict: { kind: string } };
console.log(`${inspection}: ${verdict.kind}`);

const question = "Where does the p-value come from?";
const answer = await client.callTool({ name: "ask_inspection", arguments: { inspection, question } });
console.log((answer.structuredContent as { answer: string }).answer);
await client.close();
