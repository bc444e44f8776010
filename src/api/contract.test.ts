// The document is a promise. Every status that it lists for an operation is produced here; an operation without a
// sample, or a status that nothing produces, fails.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fakeInspector } from "../cli/testing/fake-inspector.ts";
import { ERRORS, type ErrorCode, GumsaError } from "../errors.ts";
import type { Inspector } from "../inspector.ts";
import { createLog } from "../log.ts";
import { createApp } from "./app.ts";
import {
  CASE,
  CHAT_PICTURE,
  CHAT_THREAD,
  REFERENCE,
  RESULTS,
  type Sample,
  SAMPLES,
} from "./contract-samples.fixture.ts";

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2]);

/** A stand-in with one of everything. */
const stocked = (changes: Partial<Inspector> = {}): Inspector => {
  const fake = fakeInspector();
  let kind = "";
  return {
    ...fake,
    blobs: { ...fake.blobs, get: async () => PNG },
    tools: { ...fake.tools, call: async () => REFERENCE.image },
    references: { ...fake.references, list: async () => [REFERENCE] },
    cases: { ...fake.cases, list: async () => [CASE], remove: async () => CASE },
    manuals: { ...fake.manuals, remove: async () => ({ ...manual }) },
    chat: {
      ...fake.chat,
      threads: async () => [CHAT_THREAD],
      history: async (inspection) => {
        const { message } = await fake.chat.ask({ inspection, question: "Why?" });
        return [
          {
            askedAt: CHAT_THREAD.lastAt,
            question: "Why?",
            message: { ...message, pictures: [CHAT_PICTURE] },
          },
        ];
      },
    },
    jobs: {
      ...fake.jobs,
      start: async (task) => {
        ({ kind } = task);
        return { ...(await fake.jobs.get("")), kind, subject: task.subject };
      },
      result: async () => RESULTS[kind],
    },
    ...changes,
  };
};
const manual = {
  product: "board",
  document: "guide.pdf",
  documentId: REFERENCE.image.id,
  revision: 1,
  pages: 1,
  passages: 1,
  addedAt: REFERENCE.addedAt,
};

/** Everything that routes ask throws; who calls is still known, and what was done still written down. */
const throwing = (error: Error): Inspector => {
  const broken = (value: unknown): unknown => {
    if (typeof value === "function")
      return () => {
        throw error;
      };
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, broken(member)]));
  };
  const { keys, audit, ...asked } = fakeInspector();
  const { list, find } = keys;
  const all = broken({ ...asked, keys, audit }) as Inspector; // the same members, each of which throws
  let isGuard = true; // the first look at the keys is the guard's
  const looked = async () => {
    if (isGuard) {
      isGuard = false;
      return list();
    }
    throw error;
  };
  return {
    ...all,
    onRecorded: asked.onRecorded,
    keys: { ...all.keys, list: looked, find },
    audit: { ...all.audit, add: audit.add },
  };
};

const appOf = (inspector: Inspector, limits: { bodyBytes?: number; requestsPerMinute?: number } = {}) =>
  createApp({ inspector, log: createLog("silent"), limits: { bodyBytes: 100_000, ...limits } });

const withKey = (role: "worker" | "admin"): Partial<Inspector> => {
  const key = { name: "k", role, createdAt: REFERENCE.addedAt };
  return {
    keys: {
      ...fakeInspector().keys,
      list: async () => [key],
      find: async (secret) => (secret === "k" ? key : undefined),
    },
  };
};

interface Operation {
  readonly name: string;
  readonly method: string;
  readonly sample: Sample;
  readonly responses: Readonly<Record<string, { readonly description: string }>>;
}

type Document = {
  paths: Record<
    string,
    Record<string, { responses: Operation["responses"]; parameters?: { name: string }[] }>
  >;
};
const document = (await (await appOf(stocked()).request("/openapi.json")).json()) as Document;

const OPERATIONS: Operation[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([verb, { responses }]) => {
    const method = verb.toUpperCase();
    const sample = SAMPLES[`${method} ${path}`];
    if (!sample) throw new Error(`${method} ${path} has no sample`);
    return { name: `${method} ${path}`, method, sample, responses };
  }),
);

const ask = (app: ReturnType<typeof appOf>, { method, sample }: Operation, headers = {}): Promise<Response> =>
  Promise.resolve(
    app.request(sample.path, {
      method,
      headers: { ...sample.headers, ...headers },
      ...(sample.body && { body: sample.body() }),
    }),
  );

const CODE = /`(\w+)`:/g;
const codesOf = (description: string): ErrorCode[] =>
  [...description.matchAll(CODE)].flatMap(([, code]) => (code && code in ERRORS ? [code as ErrorCode] : []));

/** Codes that no inspector throws: what stands before the routes answers them. */
const BEFORE: Partial<Record<ErrorCode, (operation: Operation) => Promise<Response>>> = {
  key_missing: (operation) => ask(appOf(stocked(withKey("worker"))), operation),
  key_unknown: (operation) => ask(appOf(stocked(withKey("worker"))), operation, { "x-api-key": "other" }),
  role_insufficient: (operation) => ask(appOf(stocked(withKey("worker"))), operation, { "x-api-key": "k" }),
  origin_refused: (operation) => ask(appOf(stocked()), operation, { host: "evil.example" }),
  rate_limited: async (operation) => {
    const app = appOf(stocked(), { requestsPerMinute: 1 });
    await ask(app, operation);
    return ask(app, operation);
  },
  body_too_large: (operation) =>
    ask(appOf(stocked(), { bodyBytes: 1 }), operation, { "content-length": "9" }),
  internal: (operation) => ask(appOf(throwing(new TypeError("secret detail"))), operation),
};

/** How statuses other than an operation's usual one come about. */
const OTHERWISE: Readonly<Record<string, (operation: Operation) => Promise<Response>>> = {
  202: (operation) =>
    operation.name === "GET /v1/inspections/{id}"
      ? ask(appOf(stillRunning()), operation)
      : ask(appOf(stocked()), operation, { prefer: "respond-async" }),
  206: (operation) => ask(appOf(stocked()), operation, { range: "bytes=0-0" }),
  304: async (operation) => {
    const etag = (await ask(appOf(stocked()), operation)).headers.get("etag");
    return ask(appOf(stocked()), operation, { "if-none-match": etag });
  },
  416: (operation) => ask(appOf(stocked()), operation, { range: "bytes=999-" }),
  503: (operation) =>
    ask(
      appOf(stocked({ readiness: async () => [{ name: "store", state: "broken", detail: "gone" }] })),
      operation,
    ),
};

const stillRunning = (): Inspector => {
  const { jobs } = fakeInspector();
  const running = async () => ({ ...(await jobs.get("")), state: "running" as const });
  return stocked({ jobs: { ...jobs, list: async () => [await running()] } });
};

describe.each(OPERATIONS)("$name", (operation) => {
  const listed = Object.entries(operation.responses);

  it("answers as the document says when all is well", async () => {
    const expected = Number(listed.find(([status]) => Number(status) < 300)?.[0]);
    const response = await ask(appOf(stocked()), operation);
    expect(response.status, await response.clone().text()).toBe(expected);
  });

  const others = listed.filter(
    ([status, { description }]) => codesOf(description).length === 0 && status in OTHERWISE,
  );
  it.each(others)("answers %s", async (status) => {
    expect((await OTHERWISE[status]?.(operation))?.status).toBe(Number(status));
  });

  const problems = listed.flatMap(([status, { description }]) =>
    codesOf(description).map((code) => [status, code] as const),
  );
  it.skipIf(problems.length === 0)("answers every problem that the document lists", async () => {
    for (const [status, code] of problems) {
      const response = await (BEFORE[code]?.(operation) ??
        ask(appOf(throwing(new GumsaError(code, "It is so."))), operation));
      const problem = (await response.json()) as { code: string };
      expect([response.status, problem.code]).toEqual([Number(status), code]);
      expect(JSON.stringify(problem)).not.toContain("secret");
    }
  });

  it("has no status that nothing here produces", () => {
    const known = listed.filter(
      ([status, { description }]) =>
        Number(status) < 300 || status in OTHERWISE || codesOf(description).length > 0,
    );
    expect(known).toEqual(listed);
  });

  it("refuses what is malformed, and shows nothing of its inside", async () => {
    const app = appOf(stocked());
    const path = new URL(operation.sample.path, "http://x").pathname;
    await fc.assert(
      fc.asyncProperty(malformed, async ({ query, type, body }) => {
        const response = await app.request(`${path}?${query}`, {
          method: operation.method,
          headers: { "content-type": type },
          ...(operation.method !== "GET" && { body }),
        });
        expect(response.status).toBeLessThan(500);
        expect(await response.text()).not.toMatch(/\.ts:\d+|node_modules/);
      }),
      { numRuns: 8 },
    );
  });
});

const malformed = fc.record({
  query: fc.oneof(fc.constant(""), fc.webQueryParameters()),
  type: fc.constantFrom("application/json", "multipart/form-data; boundary=x", "text/plain", "", "a/b;;;"),
  body: fc.oneof(
    fc.json(),
    fc.string(),
    fc.uint8Array({ maxLength: 200 }).map((bytes) => new Uint8Array(bytes)),
    fc.constant('--x\r\nContent-Disposition: form-data; name="product"\r\n\r\n{\r\n--x--\r\n'),
  ),
});
