// A LangGraph agent that calls an inspection as a tool. A rule stands where your chat model would, so that the program
// runs without one: replace `decide` by `new ChatOllama({ model: "qwen3" }).bindTools(tools).invoke(messages)`.
//   npx tsx examples/langchain-agent.ts examples/casting/test/hole/01.jpg
import { AIMessage, type BaseMessage, HumanMessage, ToolMessage } from "@langchain/core/messages";
import { END, MessagesAnnotation, START, StateGraph } from "@langchain/langgraph";
import { ToolNode, toolsCondition } from "@langchain/langgraph/prebuilt";
import { createInspectionTool, createInspector, createLog, type Inspection, loadConfig } from "gumsa";

const config = loadConfig(process.env);
await using inspector = await createInspector(config, { log: createLog(config.logLevel) });
const tools = [createInspectionTool(inspector)];

const decide = (messages: readonly BaseMessage[]): AIMessage => {
  const last = messages.at(-1);
  if (last instanceof ToolMessage) {
    const { verdict, report } = last.artifact as Inspection;
    return new AIMessage(`${verdict.kind === "fail" ? "Stop the belt" : "Go on"}: ${report.summary?.text}`);
  }
  const image = last?.text.split(" ").at(-1);
  return new AIMessage({
    content: "",
    tool_calls: [{ id: "1", name: "inspect_image", args: { image, language: "en" } }],
  });
};

const agent = new StateGraph(MessagesAnnotation)
  .addNode("model", ({ messages }) => ({ messages: [decide(messages)] }))
  .addNode("tools", new ToolNode(tools))
  .addEdge(START, "model")
  .addConditionalEdges("model", toolsCondition, ["tools", END])
  .addEdge("tools", "model")
  .compile();

const picture = process.argv[2] ?? "examples/casting/test/hole/01.jpg";
const { messages } = await agent.invoke({ messages: [new HumanMessage(`May this part go on? ${picture}`)] });
console.log(messages.at(-1)?.text);
