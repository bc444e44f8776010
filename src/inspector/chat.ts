// Questions about a recorded inspection. One question a conversation is answered at a time; conversations stand side
// by side, and go on where they were after a restart.
import type { ChatAnswer, ChatEvent, ChatQuestion, ChatThread, ChatTurn } from "../domain/chat.ts";
import { ChatQuestion as Question } from "../domain/chat.ts";
import { GumsaError } from "../errors.ts";
import type { buildChatGraph } from "../graph/chat-graph.ts";
import { modelName } from "./model-name.ts";
import { newId } from "./new-id.ts";
import type { Parts } from "./parts.ts";
import { recorded } from "./recorded.ts";
import { resolvedWriter } from "./writers.ts";

export interface ChatRun {
  readonly signal?: AbortSignal | undefined;
  readonly onEvent?: ((event: ChatEvent) => void) | undefined;
}

export interface Chat {
  /** Throws `inspection_unknown`, `thread_unknown`, `usage_invalid`, `cancelled`. A model that fails gives way to the rules. */
  ask(question: ChatQuestion, run?: ChatRun): Promise<ChatAnswer>;
  /** The conversations about an inspection, newest first. Throws `inspection_unknown`. */
  threads(inspection: string): Promise<ChatThread[]>;
  /** Throws `thread_unknown`. */
  history(thread: string): Promise<ChatTurn[]>;
}

export type ChatGraph = ReturnType<typeof buildChatGraph>;

export const chatOf = (parts: Parts, graph: ChatGraph): Chat => {
  const { store } = parts;
  const inTurn = createTurns();
  return {
    async ask(input, run = {}) {
      const asked = checked(input);
      await recorded(asked.inspection, parts);
      const thread = await threadOf(asked, parts);
      return inTurn(thread.id, async () => {
        run.onEvent?.({ kind: "thread", thread: thread.id });
        const turn = await answer(asked, thread, { parts, graph, run });
        const known = (await store.chatThreads.get(thread.id)) ?? thread;
        await store.chatThreads.put({ ...known, lastAt: turn.askedAt, questions: known.questions + 1 });
        return { thread: thread.id, message: turn.message };
      });
    },
    async threads(inspection) {
      await recorded(inspection, parts);
      return store.chatThreads.list(inspection);
    },
    async history(thread) {
      if (!(await store.chatThreads.get(thread))) throw unknownThread(thread);
      const { values } = await graph.getState({ configurable: { thread_id: thread } });
      return [...(values.turns ?? [])];
    },
  };
};

const checked = (input: ChatQuestion): ChatQuestion => {
  const parsed = Question.safeParse(input);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new GumsaError("usage_invalid", `${issue?.path.join(".")}: ${issue?.message}`);
};

const threadOf = async (
  { thread, inspection, question }: ChatQuestion,
  { store }: Parts,
): Promise<ChatThread> => {
  const createdAt = new Date().toISOString();
  if (thread === undefined)
    return {
      id: newId("chat"),
      inspection,
      createdAt,
      lastAt: createdAt,
      questions: 0,
      title: question.slice(0, 80),
    };
  const known = await store.chatThreads.get(thread);
  if (known?.inspection === inspection) return known;
  throw unknownThread(thread);
};

const answer = async (
  { inspection, question, language, writer }: ChatQuestion,
  { id }: ChatThread,
  { parts, graph, run }: { parts: Parts; graph: ChatGraph; run: ChatRun },
): Promise<ChatTurn> => {
  const input = {
    inspection,
    question,
    askedAt: new Date().toISOString(),
    language: language ?? null,
    writer: modelName(await resolvedWriter(writer ?? parts.writer, parts)),
    intents: [],
    calls: [],
    fresh: [],
    draft: [],
    answerer: "",
    takeover: null,
    removed: [],
  };
  try {
    const stream = await graph.stream(input, {
      configurable: { thread_id: id },
      streamMode: ["custom", "values"],
      // Nothing of a half-answered question is kept: it is asked again.
      durability: "exit",
      // A signal of its own: the graph never takes its listeners off.
      ...(run.signal && { signal: AbortSignal.any([run.signal]) }),
    });
    let turn: ChatTurn | undefined;
    for await (const [mode, chunk] of stream) {
      if (mode === "custom") run.onEvent?.(chunk);
      else turn = chunk.turns?.at(-1) ?? turn;
    }
    if (turn) return turn;
    throw new TypeError("the graph ended without an answer");
  } catch (error) {
    if (run.signal?.aborted)
      throw new GumsaError("cancelled", "The question was cancelled.", { cause: error });
    throw error;
  }
};

/** One after the other for each key, side by side for different ones. */
const createTurns = () => {
  const last = new Map<string, Promise<unknown>>();
  return async <Result>(key: string, work: () => Promise<Result>): Promise<Result> => {
    const turn = (last.get(key) ?? Promise.resolve()).then(work, work);
    last.set(key, turn);
    try {
      return await turn;
    } finally {
      if (last.get(key) === turn) last.delete(key);
    }
  };
};

const unknownThread = (thread: string): GumsaError =>
  new GumsaError("thread_unknown", `There is no conversation ${thread} about this inspection.`, {
    hint: "leave the thread out to begin a new one",
  });
