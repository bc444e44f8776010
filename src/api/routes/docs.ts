// The reference page, from files on this machine: it works without a network.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { html } from "hono/html";
import { ERRORS } from "../../errors.ts";
import { sendBytes } from "../bytes.ts";
import { createRouter } from "../router.ts";

const ASSETS: Readonly<Record<string, string>> = {
  "swagger-ui.css": "text/css",
  "swagger-ui-bundle.js": "text/javascript",
};
type Html = ReturnType<typeof html>;

const START =
  'window.onload = () => SwaggerUIBundle({ url: "/openapi.json", dom_id: "#reference", deepLinking: true });';

export const docsRoutes = () => {
  const routes = createRouter();
  routes.get("/docs", (context) => context.html(referencePage));
  routes.get("/docs/start.js", (context) => context.body(START, 200, { "content-type": "text/javascript" }));
  routes.get("/docs/errors", (context) => context.html(errorsPage));
  routes.get("/docs/:asset", async (context, next) => {
    const name = context.req.param("asset");
    const mime = ASSETS[name];
    if (mime === undefined) return next();
    const file = fileURLToPath(import.meta.resolve(`swagger-ui-dist/${name}`));
    return sendBytes(context, { bytes: await readFile(file), mime, tag: name });
  });
  return routes;
};

const page = (title: string, head: Html, body: Html): Html => html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>Gumsa: ${title}</title>
    ${head}
  </head>
  <body>
    ${body}
  </body>
</html>`;

const referencePage = page(
  "HTTP reference",
  html`<link rel="stylesheet" href="/docs/swagger-ui.css" />`,
  html`<div id="reference"></div>
    <script src="/docs/swagger-ui-bundle.js"></script>
    <script src="/docs/start.js"></script>`,
);

const ERRORS_STYLE = html`<style>
  body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; color: #222; }
  dt { margin-top: 1rem; }
  dd { margin: 0; color: #555; }
  code { font-size: 1rem; font-weight: 600; }
  :target { background: #fff3bf; }
</style>`;

const errorsPage = page(
  "errors",
  ERRORS_STYLE,
  html`<h1>Errors</h1>
    <p>Every problem document carries one of these codes. <a href="/docs">HTTP reference</a></p>
    <dl>
      ${Object.entries(ERRORS).map(
        ([code, { httpStatus, meaning }]) => html`<dt id="${code}"><code>${code}</code> ${httpStatus}</dt>
          <dd>${meaning}</dd>`,
      )}
    </dl>`,
);
