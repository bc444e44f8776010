import { type Command, InvalidArgumentError, Option } from "commander";
import { OUTCOMES } from "../domain/feedback.ts";
import { VERDICTS, type VerdictKind } from "../domain/verdict.ts";
import type { Context } from "./context.ts";
import { answer } from "./output.ts";

interface FeedbackOptions {
  readonly worker: string;
  readonly action: string;
  readonly rating: number;
  readonly verdict?: VerdictKind;
  readonly type?: string;
  readonly outcome?: (typeof OUTCOMES)[number];
  readonly asCase?: true;
}

export const addFeedbackCommand = (program: Command, context: Context): void => {
  const words = context.words.help.feedback;
  program
    .command("feedback")
    .description(words.does)
    .argument("<inspection>", words.inspection)
    .requiredOption("--worker <name>", words.worker)
    .requiredOption("--action <text>", words.action)
    .requiredOption("--rating <1..5>", words.rating, parseRating(context))
    .addOption(new Option("--verdict <verdict>", words.verdict).choices(VERDICTS))
    .option("--type <code>", words.type)
    .addOption(new Option("--outcome <outcome>", words.outcome).choices(OUTCOMES))
    .option("--as-case", words.asCase)
    .action((inspection: string, options: FeedbackOptions) => record(inspection, options, context));
};

const record = async (inspection: string, options: FeedbackOptions, context: Context): Promise<void> => {
  await using inspector = await context.openInspector();
  const feedback = await inspector.feedback.add({ inspection, ...options });
  const { recorded, becameCase } = context.words.feedback;
  answer(context, feedback, () =>
    [recorded(inspection), ...(feedback.caseId === undefined ? [] : [becameCase(feedback.caseId)])].join(
      "\n",
    ),
  );
};

const parseRating =
  ({ words }: Context) =>
  (text: string): number => {
    if (/^[1-5]$/.test(text)) return Number(text);
    throw new InvalidArgumentError(words.feedback.ratingInvalid);
  };
