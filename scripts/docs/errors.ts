import { EXIT_CODES, VERDICT_EXIT_CODES } from "../../src/cli/exit-code.ts";
import { ERRORS } from "../../src/errors.ts";
import { type GeneratedDocument, table } from "./document.ts";

export const errorsDocument: GeneratedDocument = {
  path: "docs/errors.md",
  text: () => `<!-- Written by \`npm run docs\` from src/errors.ts and src/cli/exit-code.ts. -->

# Errors

\`\`\`
error file_not_found: part.jpg is not there.
hint: check the path
\`\`\`

Every expected error has a code, a message with the value that caused it, and mostly a hint. The command prints it
on standard error; with \`--json\` standard output carries \`{"error":{"code","message","hint"}}\` besides, with
\`file\` where several pictures were named. Retry only where the last column says so.

${table(["code", "meaning", "exit code", "HTTP status", "retry helps"], errorRows())}

## Exit codes

Of several verdicts \`fail\` is the worst, then \`review\`, then \`retake\`.

${table(["exit code", "meaning"], exitRows())}
`,
};

const errorRows = (): string[][] =>
  Object.entries(ERRORS).map(([code, { meaning, exitCode, httpStatus, isRetryable }]) => [
    `\`${code}\``,
    meaning,
    String(exitCode),
    String(httpStatus),
    isRetryable ? "yes" : "no",
  ]);

const exitRows = (): string[][] => [
  [String(EXIT_CODES.done), "Done, whatever the verdict."],
  [String(EXIT_CODES.error), "An error, or a picture of several that could not be inspected."],
  [String(EXIT_CODES.usage), "A command, an option or a setting that is not valid."],
  ...Object.entries(VERDICT_EXIT_CODES)
    .filter(([kind]) => kind !== "pass")
    .map(([kind, code]) => [String(code), `With \`--exit-code\`: the worst verdict is \`${kind}\`.`]),
  [String(EXIT_CODES.interrupted), "Interrupted by Ctrl-C; the store is whole."],
  [String(EXIT_CODES.outputClosed), "The reader of standard output has gone."],
];
