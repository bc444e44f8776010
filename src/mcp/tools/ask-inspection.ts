import { z } from "zod";
import { AnswerSentence, ThreadId } from "../../domain/chat.ts";
import { Language } from "../../domain/language.ts";
import { ADDS_A_RECORD, defineMcpTool } from "../define-mcp-tool.ts";
import { knownId } from "../stored-pictures.ts";
import { thumbnailsOf } from "../thumbnails.ts";

/** Pictures of one answer: a region looked at closer, a good one beside it. */
const MOST_PICTURES = 2;

export const askInspection = defineMcpTool({
  name: "ask_inspection",
  title: "Ask about an inspection",
  description:
    "A question about a recorded inspection, in Korean or English: where a number comes from, what to do, what the " +
    "manuals say, what if the threshold were another, similar cases, earlier inspections, statistics. Answers cite " +
    "evidence; what the record does not say is not answered, and nothing said changes the verdict.",
  input: z.object({
    inspection: z.string().describe("Its id, insp_ and 20 letters or digits."),
    question: z.string().trim().min(1).max(2000),
    thread: z
      .string()
      .optional()
      .describe("The thread of an earlier answer, so that “and the second one?” is understood."),
    language: Language.optional().describe("Left out for the question's own."),
    thumbnails: z.boolean().default(true).describe("Send small pictures of what was looked at along."),
  }),
  output: z.object({
    thread: ThreadId,
    answer: z.string(),
    sentences: z
      .array(AnswerSentence)
      .describe("With the evidence that carries each; a note states no fact."),
    answerer: z.string().describe("rule, or a language model's name."),
    tools: z.array(z.string()).describe("What was looked up."),
  }),
  annotations: ADDS_A_RECORD,
  async run({ inspection, question, thread, language, thumbnails }, { inspector, progress }) {
    const asked = {
      inspection: knownId(inspection),
      question,
      ...(thread !== undefined && { thread }),
      ...(language && { language }),
    };
    const answer = await inspector.chat.ask(asked, { signal: progress.signal });
    const { message } = answer;
    const shown = thumbnails ? message.pictures.slice(0, MOST_PICTURES).map(({ image }) => image) : [];
    return {
      result: {
        thread: answer.thread,
        answer: message.text,
        sentences: message.sentences,
        answerer: message.answerer,
        tools: message.toolCalls.map(({ name }) => name),
      },
      text: message.text,
      attachments: await thumbnailsOf(shown, inspector, progress.signal),
    };
  },
});
