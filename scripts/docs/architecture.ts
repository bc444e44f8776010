import { buildInspectionGraph } from "../../src/graph/inspection-graph.ts";
import type { NodeDeps } from "../../src/nodes/node.ts";
import type { GeneratedDocument } from "./document.ts";

/** The diagram is drawn from the graph itself; nothing runs, so no tool is needed. */
const text = async (): Promise<string> => {
  const graph = buildInspectionGraph({ tools: {}, version: "" } as unknown as NodeDeps); // never invoked
  const diagram = (await graph.getGraphAsync()).drawMermaid({ withStyles: false });
  return `# Architecture

<!-- Written by \`npm run docs\` from src/graph/inspection-graph.ts. -->

A picture runs through one LangGraph graph. Readers stand side by side in two waves; dotted arrows are choices.

\`\`\`mermaid
${diagram.trim()}
\`\`\`

- \`gradeCapture\` ends an unusable picture as \`retake\`, never as a guess.
- \`weighEvidence\` is the only place where a verdict is made. A reader that could not do its job is \`skipped\` or
  \`failed\` with its reason; it never becomes \`pass\`.
- \`checkReport\` removes every sentence that its evidence does not carry and lists what it removed.
- State holds ids and plain data; pixels lie in the blob store, so a checkpoint's size does not depend on the picture's.

## Who may import whom

\`\`\`
domain, errors, log, config <- inference <- vision | rag | llm | store | report <- tools <- nodes <- graph <- inspector <- evals <- api | mcp | cli
\`\`\`

Arrows point to what may be imported. What stands between bars does not know each other. Nodes see tools, \`llm\` and
\`report\`; the command line sees the inspector alone. \`test/architecture.test.ts\` reads every import and fails on a breach.
`;
};

export const architectureDocument: GeneratedDocument = { path: "docs/architecture.md", text };
