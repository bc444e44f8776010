// Questions about a recorded inspection: the answer as one document, or as server-sent events while it is made.
import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { type SSEStreamingApi, streamSSE } from "hono/streaming";
import { ChatQuestion, ThreadId } from "../../domain/chat.ts";
import { BlobId } from "../../domain/image-ref.ts";
import { GumsaError } from "../../errors.ts";
import type { Inspector } from "../../inspector.ts";
import type { ApiDeps, ApiEnv } from "../env.ts";
import { json } from "../json.ts";
import { answerProblem, problems } from "../problem.ts";
import { createRouter } from "../router.ts";
import { ChatAnswerDocument, ChatThreadDocument, ChatTurnDocument } from "../schemas.ts";
import { OneInspection } from "./inspections.ts";

const OneThread = OneInspection.extend({ thread: ThreadId });

const ask = createRoute({
  method: "post",
  path: "/v1/inspections/{id}/chat",
  tags: ["chat"],
  summary: "Ask about an inspection; its record never changes",
  description:
    "With `Accept: text/event-stream` the answer comes as events: `thread`, `tool`, `takeover`, `sentence`, and at last `message`, or `problem`.",
  request: {
    params: OneInspection,
    body: json(ChatQuestion.omit({ inspection: true }).meta({ id: "ChatQuestion" }), "The question."),
  },
  responses: {
    200: {
      description: "The answer.",
      content: {
        "application/json": { schema: ChatAnswerDocument },
        "text/event-stream": { schema: z.string() },
      },
    },
    ...problems("inspection_unknown", "thread_unknown", "cancelled"),
  },
});

const threads = createRoute({
  method: "get",
  path: "/v1/inspections/{id}/chat",
  tags: ["chat"],
  summary: "The conversations about an inspection, newest first",
  request: { params: OneInspection },
  responses: {
    200: json(z.object({ threads: z.array(ChatThreadDocument) }), "Newest first."),
    ...problems("inspection_unknown"),
  },
});

const history = createRoute({
  method: "get",
  path: "/v1/inspections/{id}/chat/{thread}",
  tags: ["chat"],
  summary: "What was asked and answered in a conversation",
  request: { params: OneThread },
  responses: {
    200: json(z.object({ turns: z.array(ChatTurnDocument) }), "Oldest first."),
    ...problems("inspection_unknown", "thread_unknown"),
  },
});

const picture = createRoute({
  method: "get",
  path: "/v1/inspections/{id}/chat/{thread}/images/{image}",
  tags: ["chat"],
  summary: "A picture of an answer",
  request: { params: OneThread.extend({ image: BlobId }) },
  responses: {
    200: {
      description: "A JPEG.",
      content: { "image/jpeg": { schema: z.any().meta({ type: "string", format: "binary" }) } },
    },
    ...problems("inspection_unknown", "thread_unknown", "picture_unknown"),
  },
});

export const chatRoutes = ({ inspector, log }: ApiDeps) =>
  createRouter()
    .openapi(ask, async (context) => {
      const question = { ...context.req.valid("json"), inspection: context.req.valid("param").id };
      if (!/\btext\/event-stream\b/iu.test(context.req.header("accept") ?? "")) {
        return context.json(await inspector.chat.ask(question, { signal: context.req.raw.signal }), 200);
      }
      await inspector.inspections.get(question.inspection);
      return streamSSE(context, (stream) => tellAnswer(question, stream, { inspector, log, context }));
    })
    .openapi(threads, async (context) => {
      const { id } = context.req.valid("param");
      return context.json({ threads: await inspector.chat.threads(id) }, 200);
    })
    .openapi(history, async (context) => {
      const { id, thread } = context.req.valid("param");
      return context.json({ turns: await turnsOf(id, thread, inspector) }, 200);
    })
    .openapi(picture, async (context) => {
      const { id, thread, image } = context.req.valid("param");
      const turns = await turnsOf(id, thread, inspector);
      if (!turns.some(({ message }) => message.pictures.some((shown) => shown.image === image)))
        throw new GumsaError("picture_unknown", `The conversation ${thread} shows no picture ${image}.`);
      return context.body(Uint8Array.from(await inspector.blobs.get(image)), 200, {
        "content-type": "image/jpeg",
      });
    });

/** Throws `thread_unknown` for a conversation about another inspection too. */
const turnsOf = async (inspection: string, thread: string, { chat }: Inspector) => {
  if ((await chat.threads(inspection)).some(({ id }) => id === thread)) return chat.history(thread);
  throw new GumsaError("thread_unknown", `There is no conversation ${thread} about this inspection.`);
};

const tellAnswer = async (
  question: ChatQuestion,
  stream: SSEStreamingApi,
  { inspector, log, context }: ApiDeps & { context: Context<ApiEnv> },
): Promise<void> => {
  const gone = new AbortController();
  stream.onAbort(() => gone.abort("the client has gone"));
  let told = Promise.resolve();
  const tell = (event: string, data: unknown): void => {
    told = told.then(() => stream.writeSSE({ event, data: JSON.stringify(data) }));
  };
  try {
    const answer = await inspector.chat.ask(question, {
      signal: gone.signal,
      onEvent: ({ kind, ...data }) => tell(kind, data),
    });
    tell("message", answer);
  } catch (error) {
    if (gone.signal.aborted) return;
    const problem = answerProblem(log)(error instanceof Error ? error : new Error(String(error)), context);
    tell("problem", await problem.json());
  }
  await told;
};
