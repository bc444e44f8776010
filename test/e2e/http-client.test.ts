// The document as a public generator reads it: the example's types come from it, and the example runs.
import { copyFile, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import openapiTs, { astToString, type OpenAPI3 } from "openapi-typescript";
import ts from "typescript";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createApp } from "../../src/api/app.ts";
import { createLog } from "../../src/log.ts";
import { openInspector, type TemporaryInspector } from "./testing/inspector.ts";

const EXAMPLE = resolve("examples/http/inspect-over-http.ts");
const PICTURE = resolve("examples/casting/test/hole/01.jpg");

let folder: string;
let temporary: TemporaryInspector;
let app: ReturnType<typeof createApp>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gumsa-client-"));
  temporary = await openInspector({ hasDemo: true });
  const { inspector } = temporary;
  app = createApp({ inspector, log: createLog("silent"), limits: { bodyBytes: 10e6 } });
  const document = (await (await app.request("/openapi.json")).json()) as OpenAPI3;
  await writeFile(
    join(folder, "gumsa.d.ts"),
    astToString(await openapiTs(document, { defaultNonNullable: false })),
  );
  await copyFile(EXAMPLE, join(folder, "client.ts"));
  await writeFile(join(folder, "package.json"), '{ "type": "module" }');
  await symlink(resolve("node_modules"), join(folder, "node_modules"));
});

afterAll(async () => {
  await temporary[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

it("gives a client types that hold", () => {
  const program = ts.createProgram([join(folder, "client.ts")], {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2023,
    lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    types: ["node"],
  });
  const found = ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
  expect(found).toEqual([]);
});

it("answers that client", async () => {
  await using _worker = temporary.inspector.work();
  const { inspectOverHttp } = (await import(pathToFileURL(EXAMPLE).href)) as {
    inspectOverHttp: (picture: Uint8Array, options: object) => Promise<string[]>;
  };
  const said = await inspectOverHttp(await readFile(PICTURE), {
    baseUrl: "http://127.0.0.1",
    fetch: (request: Request) => app.fetch(request),
  });
  expect(said).toEqual([
    "verdict fail",
    "feedback 201",
    "found true, more false",
    "rated 1, overridden 0",
    "report true",
    "problem product_unknown",
  ]);
});
