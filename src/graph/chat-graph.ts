// A conversation about one frozen inspection on one page: who answers, what is looked up, and what is let through.
import type { BaseCheckpointSaver } from "@langchain/langgraph";
import { END, START, StateGraph } from "@langchain/langgraph";
import { callTools } from "../nodes/chat/call-tools.ts";
import type { ChatDeps } from "../nodes/chat/chat-node.ts";
import { checkAnswerNode } from "../nodes/chat/check-answer.ts";
import { consultModel } from "../nodes/chat/consult-model.ts";
import { phraseAnswer } from "../nodes/chat/phrase-answer.ts";
import { readQuestionNode } from "../nodes/chat/read-question.ts";
import { afterCheck, afterModel, afterReading } from "./chat-routes.ts";
import { ChatState } from "./chat-state.ts";

export const buildChatGraph = (deps: ChatDeps, checkpointer?: BaseCheckpointSaver) =>
  new StateGraph(ChatState)
    .addNode("readQuestion", readQuestionNode(deps))
    .addNode("consultModel", consultModel(deps))
    .addNode("callTools", callTools(deps))
    .addNode("phraseAnswer", phraseAnswer(deps))
    .addNode("checkAnswer", checkAnswerNode(deps))
    .addEdge(START, "readQuestion")
    .addConditionalEdges("readQuestion", afterReading, ["consultModel", "callTools"])
    .addConditionalEdges("consultModel", afterModel, ["checkAnswer", "callTools"])
    .addEdge("callTools", "phraseAnswer")
    .addEdge("phraseAnswer", "checkAnswer")
    .addConditionalEdges("checkAnswer", afterCheck, ["callTools", END])
    .compile({ ...(checkpointer && { checkpointer }) });
