import { z } from "zod";
import { SETTINGS } from "../../src/config.ts";
import { type GeneratedDocument, table } from "./document.ts";

export const configurationDocument: GeneratedDocument = {
  path: "docs/configuration.md",
  text: () => `<!-- Written by \`npm run docs\` from src/config.ts. -->

# Configuration

\`\`\`
GUMSA_LANG=ko GUMSA_HOME=/data/gumsa gumsa inspect part.jpg
\`\`\`

Gumsa is set up by environment variables. Each has a default that works offline. A value that is not valid ends the
command with \`config_invalid\`, which names all of them at once. \`.env.example\` lists the same settings.

${table(["variable", "values", "default", "meaning"], settingRows())}
`,
};

export const environmentExample: GeneratedDocument = {
  path: ".env.example",
  text: () => `# Written by \`npm run docs\` from src/config.ts. Gumsa reads the environment, not this file:
# copy it to .env, uncomment what you change, then: set -a; . ./.env; set +a
${settings()
  .map(({ name, values, fallback, describes }) => `\n# ${describes} (${values})\n# ${name}=${fallback}\n`)
  .join("")}`,
};

const settingRows = (): string[][] =>
  settings().map(({ name, values, fallback, describes }) => [
    `\`${name}\``,
    values,
    fallback === "" ? "none" : `\`${fallback}\``,
    describes,
  ]);

const settings = () =>
  Object.entries(SETTINGS).map(([name, { schema, fallback, describes }]) => ({
    name,
    values: valuesOf(schema),
    fallback,
    describes,
  }));

/** What the schema accepts, in words. */
const valuesOf = (schema: z.ZodType): string => {
  const { enum: choices, minimum, maximum, format } = z.toJSONSchema(schema, { io: "output" });
  if (choices) return choices.join(", ");
  if (minimum !== undefined && maximum !== undefined) return `${minimum} to ${maximum}`;
  return format === "uri" ? "address" : "text";
};
