// A chat client such as Open WebUI drops a picture, reads the report and asks on. Nothing is kept between its calls:
// the conversation that it sends names the inspection.
import { createRoute, z } from "@hono/zod-openapi";
import { streamSSE } from "hono/streaming";
import type { Context } from "hono";
import { GumsaError } from "../../errors.ts";
import type { ConverseOptions, Turn } from "../../inspector.ts";
import type { ApiDeps, ApiEnv } from "../env.ts";
import { json, jsonBody } from "../json.ts";
import { ChatRequest, turnsOf } from "../openai/chat-request.ts";
import { type Completion, createCompletion } from "../openai/completion.ts";
import { openAiError } from "../openai/errors.ts";
import { listModels, productOfModel } from "../openai/models.ts";
import { inspectInTurn } from "../queued-inspection.ts";
import { createRouter } from "../router.ts";

const HEARTBEAT_MS = 15_000;

const Answer = z.looseObject({ id: z.string(), object: z.string() });

const postCompletion = createRoute({
  method: "post",
  path: "/v1/chat/completions",
  tags: ["chat clients"],
  summary: "OpenAI's chat completions: a picture gives its report, a question is answered from the record",
  request: { body: jsonBody(ChatRequest) },
  responses: { 200: json(Answer, "A completion; server-sent events with stream.") },
});

const getModels = createRoute({
  method: "get",
  path: "/v1/models",
  tags: ["chat clients"],
  summary: "gumsa, and gumsa:PRODUCT for each product",
  responses: { 200: json(z.looseObject({ object: z.literal("list"), data: z.array(Answer) }), "The list.") },
});

export const openAiRoutes = (deps: ApiDeps) => {
  const { inspector } = deps;
  const routes = createRouter();
  routes.openAPIRegistry.registerPath(postCompletion);
  routes.post("/v1/chat/completions", (context) => complete(context, deps));
  return routes
    .openapi(getModels, async (context) =>
      context.json({ object: "list" as const, data: await listModels(inspector) }, 200),
    )
    .get("/v1/models/:id", async (context) => {
      const id = context.req.param("id");
      await productOfModel(id, inspector);
      return context.json((await listModels(inspector)).find((model) => model.id === id));
    });
};

interface Asked {
  readonly turns: readonly Turn[];
  readonly options: ConverseOptions;
  readonly completion: Completion;
  readonly hasUsage: boolean;
}

const complete = async (context: Context<ApiEnv>, deps: ApiDeps): Promise<Response> => {
  const { inspector } = deps;
  const request = parsed(await context.req.text());
  const product = await productOfModel(request.model, inspector);
  const asked: Asked = {
    turns: turnsOf(request),
    options: {
      ...(product !== undefined && { product }),
      inspect: inspectInTurn(inspector, context.get("principal").name),
    },
    completion: createCompletion(request.model),
    hasUsage: request.stream_options?.include_usage === true,
  };
  if (request.stream === true) return streamed(context, asked, deps);
  const reply = await inspector.converse(asked.turns, { ...asked.options, signal: context.req.raw.signal });
  return context.json(asked.completion.whole(reply));
};

const streamed = (
  context: Context<ApiEnv>,
  { turns, options, completion, hasUsage }: Asked,
  { inspector, log }: ApiDeps,
): Response =>
  streamSSE(context, async (stream) => {
    const gone = new AbortController();
    stream.onAbort(() => gone.abort("the client has gone"));
    const heartbeat = setInterval(() => void stream.write(": \n\n"), HEARTBEAT_MS);
    let last: Promise<void> = Promise.resolve();
    const send = (data: object): void => {
      last = last.then(() => stream.writeSSE({ data: JSON.stringify(data) }));
    };
    try {
      send(completion.first());
      const onText = (text: string): void => send(completion.piece(text));
      const reply = await inspector.converse(turns, { ...options, signal: gone.signal, onText });
      send(completion.last());
      if (hasUsage) send(completion.usage(reply));
    } catch (error) {
      if (!gone.signal.aborted) send(openAiError(error, log).body);
    } finally {
      clearInterval(heartbeat);
    }
    await last;
    await stream.writeSSE({ data: "[DONE]" });
  });

const parsed = (text: string): ChatRequest => {
  const result = ChatRequest.safeParse(jsonOf(text));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new GumsaError("usage_invalid", `${issue?.path.join(".") ?? ""}: ${issue?.message}`);
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new GumsaError("usage_invalid", "What should be JSON is not.", { cause: error });
  }
};
