import { createInterface } from "node:readline/promises";
import type { Command } from "commander";
import type { ChatEvent, ChatMessage } from "../domain/chat.ts";
import type { Inspector } from "../inspector.ts";
import type { Context } from "./context.ts";
import { note, print, printJson } from "./output.ts";
import { storedPicture } from "./stored-picture.ts";

const PROMPT = "> ";

interface ChatOptions {
  readonly question?: readonly string[];
  readonly thread?: string;
  readonly writer?: string;
}

export const addChatCommand = (program: Command, context: Context): void => {
  const words = context.words.help.chat;
  program
    .command("chat")
    .description(words.does)
    .argument("<inspection>", words.inspection)
    .option("-q, --question <text>", words.question, (text, before: string[] = []) => [...before, text])
    .option("--thread <id>", words.thread)
    .option("--writer <name>", words.writer)
    .action((inspection: string, options: ChatOptions) => chat(inspection, options, context));
};

const chat = async (inspection: string, options: ChatOptions, context: Context): Promise<void> => {
  await using inspector = await context.openInspector();
  await inspector.inspections.get(inspection);
  const { io, words } = context;
  let { thread } = options;
  for await (const question of questions(inspection, options, context)) {
    thread = await ask({ inspection, question, thread }, options, { inspector, context });
  }
  if (thread !== undefined && !context.isJson) note(io, words.chat.thread(thread));
};

/** Those given with the command, else the lines of standard input, until an empty one in a terminal. */
async function* questions(
  inspection: string,
  { question = [] }: ChatOptions,
  { io, words }: Context,
): AsyncGenerator<string> {
  if (question.length > 0) return yield* question;
  const isTerminal = io.stdin.isTTY === true;
  if (isTerminal) note(io, words.chat.begin(inspection));
  const lines = createInterface({
    input: io.stdin,
    ...(isTerminal && { output: io.stderr, terminal: true, prompt: PROMPT }),
    signal: io.signal,
  });
  if (isTerminal) lines.prompt();
  for await (const line of lines) {
    if (isTerminal && line.trim() === "") return lines.close();
    if (line.trim() !== "") yield line;
    if (isTerminal) lines.prompt();
  }
}

interface Asked {
  readonly inspection: string;
  readonly question: string;
  readonly thread: string | undefined;
}

/** The conversation's id. */
const ask = async (
  { inspection, question, thread }: Asked,
  { writer }: ChatOptions,
  { inspector, context }: { inspector: Inspector; context: Context },
): Promise<string> => {
  const { io, isJson } = context;
  const answer = await inspector.chat.ask(
    {
      inspection,
      question,
      ...(thread !== undefined && { thread }),
      ...(writer !== undefined && { writer }),
      ...(context.isLanguageAsked && { language: context.language }),
    },
    { signal: io.signal, onEvent: (event) => tellEvent(event, context) },
  );
  if (isJson) printJson(io, { question, ...answer });
  else await printMessage(answer.message, { inspector, context });
  return answer.thread;
};

/** What takes time or went wrong is told at once, the answer when it is whole. */
const tellEvent = (event: ChatEvent, { io, words }: Context): void => {
  if (event.kind === "tool") note(io, words.chat.tool(event.call.name));
  if (event.kind !== "takeover") return;
  const { writer, code, reason } = event.takeover;
  note(io, words.chat.takeover(writer, code, reason));
};

const printMessage = async (
  { sentences, pictures, removed }: ChatMessage,
  { inspector, context: { io, words } }: { inspector: Inspector; context: Context },
): Promise<void> => {
  for (const { text, evidence } of sentences)
    print(io, evidence.length === 0 ? text : `${text} [${evidence.join(" ")}]`);
  for (const { image } of pictures)
    print(io, words.chat.picture(await storedPicture(image, await inspector.blobs.get(image))));
  if (removed.length > 0) note(io, words.chat.removed(removed.length));
};
