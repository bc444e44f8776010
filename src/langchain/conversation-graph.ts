// A conversation as a LangGraph graph over messages, as Agent Chat UI and the LangGraph server speak it: a picture is
// inspected, anything else is asked of the record.
import { AIMessage, type BaseMessage, HumanMessage } from "@langchain/core/messages";
import {
  type BaseCheckpointSaver,
  END,
  MessagesValue,
  START,
  StateGraph,
  StateSchema,
} from "@langchain/langgraph";
import { z } from "zod";
import type { Inspector, Turn } from "../inspector.ts";
import { picturesOf, withThumbnails } from "./message-pictures.ts";

const State = new StateSchema({
  messages: MessagesValue,
  /** Left out for the only product; null for the capture alone. */
  product: z.string().nullable().optional(),
  /** The inspection that the last answer is about. */
  inspection: z.string().nullable().optional(),
});

/** Pictures in the messages give way to thumbnails once they are stored: threads stay small. */
export const buildConversationGraph = (
  inspector: Inspector,
  { checkpointer }: { readonly checkpointer?: BaseCheckpointSaver } = {},
) =>
  new StateGraph(State)
    .addNode("reply", async ({ messages, product }, { signal }) => {
      const { text, inspection } = await inspector.converse(turnsOf(messages), {
        signal,
        ...(product !== undefined && { product }),
      });
      const last = messages.at(-1);
      const shrunk = last ? await withThumbnails(last, inspector) : undefined;
      return { messages: [...(shrunk ? [shrunk] : []), new AIMessage(text)], inspection };
    })
    .addEdge(START, "reply")
    .addEdge("reply", END)
    .compile({ ...(checkpointer && { checkpointer }) });

const turnsOf = (messages: readonly BaseMessage[]): Turn[] =>
  messages.flatMap((message): Turn[] => {
    const { text } = message;
    if (message instanceof HumanMessage) return [{ role: "user", text, pictures: picturesOf(message) }];
    return message instanceof AIMessage ? [{ role: "assistant", text, pictures: [] }] : [];
  });
