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
const START =
  'window.onload = () => SwaggerUIBundle({ url: "/openapi.json", dom_id: "#reference", deepLinking: true });';

export const docsRoutes = () => {
  const routes = createRouter();
  routes.get("/docs", (context) => context.html(referencePage));
  routes.get("/docs/start.js", (context) => context.body(START, 200, { "content-type": "text/javascript" }));
  routes.get("/docs/errors", (context) => context.html(errorsPage()));
  routes.get("/docs/:asset", async (context, next) => {
    const name = context.req.param("asset");
    const mime = ASSETS[name];
    if (mime === undefined) return next();
    const file = fileURLToPath(import.meta.resolve(`swagger-ui-dist/${name}`));
    return sendBytes(context, { bytes: await readFile(file), mime, tag: name });
  });
  return routes;
};

const referencePage = html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>Gumsa: HTTP reference</title>
    <link rel="stylesheet" href="/docs/swagger-ui.css" />
  </head>
  <body>
    <div id="reference"></div>
    <script src="/docs/swagger-ui-bundle.js"></script>
    <script src="/docs/start.js"></script>
  </body>
</html>`;

const errorsPage = () => html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Gumsa: errors</title>
  </head>
  <body>
    <h1>Errors</h1>
    <dl>
      ${Object.entries(ERRORS).map(
        ([code, { httpStatus, meaning }]) => html`<dt id="${code}"><code>${code}</code> (${httpStatus})</dt>
          <dd>${meaning}</dd>`,
      )}
    </dl>
  </body>
</html>`;
