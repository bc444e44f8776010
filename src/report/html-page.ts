// The shell of every page: self-contained, without scripts. No request leaves it, also where a text tries to make one.
import { html, raw } from "hono/html";
import type { Language } from "../domain/language.ts";
import type { Markup } from "./html-verdict.ts";

const CONTENT_POLICY =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

export interface HtmlPage {
  readonly language: Language;
  readonly title: string;
  readonly style: string;
  readonly body: Markup;
}

export const htmlPage = async ({ language, title, style, body }: HtmlPage): Promise<string> => {
  const page = await html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${CONTENT_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${raw(style)}</style>
</head>
<body><main>
${body}
</main></body>
</html>
`;
  return page.toString();
};
