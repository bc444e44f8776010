import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { loadConfig } from "../../config.ts";
import { createModelStore, type ModelStore } from "../model-store.ts";
import { COMMIT, type Fault, type HubServer, startHub } from "../testing/hub-server.ts";
import { pullModel, removeModel } from "./pull-model.ts";

const LARGE = randomBytes(2_000_000);
const SMALL = Buffer.from('{"model_type":"clip"}');
const FILES = { "config.json": SMALL, "onnx/model.onnx": LARGE };

const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

interface Bench {
  readonly models: ModelStore;
  readonly data: string;
  readonly server: HubServer;
  readonly pull: (changes?: Record<string, string>) => ReturnType<typeof pullModel>;
  readonly shares: number[];
}

/** A package with one card, an empty data folder, and a hub. */
const bench = async (faults: readonly Fault[] = [], file: Record<string, unknown> = {}): Promise<Bench> => {
  const home = await mkdtemp(join(tmpdir(), "gumsa-pull-"));
  const server = await startHub(FILES);
  server.faults.push(...faults);
  onTestFinished(async () => {
    await server[Symbol.asyncDispose]();
    await rm(home, { recursive: true, force: true });
  });
  const card = {
    name: "words",
    version: "1",
    licence: "MIT",
    limits: "for tests",
    task: "image-text",
    hub: {
      repository: "someone/words",
      files: [{ path: "config.json" }, { path: "onnx/model.onnx", ...file }],
      verified: false,
    },
  };
  const shipped = join(home, "package");
  await mkdir(join(shipped, "words"), { recursive: true });
  await writeFile(join(shipped, "words", "card.json"), JSON.stringify(card));
  const data = join(home, "data");
  const models = createModelStore(shipped, data);
  const shares: number[] = [];
  const pull = (changes: Record<string, string> = {}) =>
    pullModel("words", {
      models,
      hub: loadConfig({ HF_ENDPOINT: server.endpoint, ...changes }).hub,
      onProgress: (share) => shares.push(share),
      firstPauseMs: 1,
    });
  return { models, data, server, pull, shares };
};

it("brings the files, tells how far it is, and locks what they are", async () => {
  const { models, data, pull, shares } = await bench();
  await pull();
  expect(hashOf(await readFile(join(data, "words/onnx/model.onnx")))).toBe(hashOf(LARGE));
  const lock = JSON.parse(await readFile(join(data, "models.lock.json"), "utf8"));
  expect(lock.models.words).toMatchObject({
    repository: "someone/words",
    commit: COMMIT,
    files: {
      "config.json": { sizeBytes: SMALL.length, sha256: hashOf(SMALL) },
      "onnx/model.onnx": { sizeBytes: LARGE.length, sha256: hashOf(LARGE) },
    },
  });
  expect(shares.at(-1)).toBe(1);
  expect((await models.model("words", "image-text")).folder).toBe(join(data, "words"));
  expect(await readdir(join(data, "words/onnx"))).toEqual(["model.onnx"]);
});

it("opens no connection when everything is there", async () => {
  const { pull, server } = await bench();
  await pull();
  const before = server.asked.length;
  await pull({ GUMSA_OFFLINE: "1" });
  expect(server.asked).toHaveLength(before);
});

it("goes on behind the last byte when the connection is cut", async () => {
  const { pull, server, data } = await bench([{ kind: "no_ranges" }, { kind: "cut", afterBytes: 1_500_000 }]);
  await pull();
  expect(hashOf(await readFile(join(data, "words/onnx/model.onnx")))).toBe(hashOf(LARGE));
  const ranges = server.asked.flatMap((line) => line.match(/^GET \/onnx\/model.onnx (\d+)$/)?.[1] ?? []);
  expect(ranges.map(Number)).toEqual([expect.toSatisfy((from: number) => from > 0 && from <= 1_500_000)]);
});

it("goes on in a later run, and starts anew when the file has changed since", async () => {
  const cut: Fault = { kind: "cut", afterBytes: 1_500_000 };
  const broken: Fault = { kind: "status", status: 503 };
  const { pull, server, data } = await bench([{ kind: "no_ranges" }, cut, ...Array<Fault>(5).fill(broken)]);
  await expect(pull()).rejects.toMatchObject({ code: "hub_unreachable" });
  expect(await readdir(join(data, "words/onnx"))).toEqual(["model.onnx.part", "model.onnx.part.json"]);
  const other = randomBytes(LARGE.length);
  server.files.set("onnx/model.onnx", other);
  await pull();
  expect(hashOf(await readFile(join(data, "words/onnx/model.onnx")))).toBe(hashOf(other));
});

it("takes the whole file from a server that ignores ranges", async () => {
  const { pull, data } = await bench([
    { kind: "no_ranges" },
    { kind: "cut", afterBytes: 1_500_000 },
    { kind: "no_ranges" },
  ]);
  await pull();
  expect(hashOf(await readFile(join(data, "words/onnx/model.onnx")))).toBe(hashOf(LARGE));
});

it("waits out a busy server", async () => {
  const busy: Fault = { kind: "status", status: 503, retryAfter: "0" };
  const { pull } = await bench([busy, busy, { kind: "status", status: 429, retryAfter: "0" }]);
  await expect(pull()).resolves.toMatchObject({ card: { name: "words" } });
});

it("refuses bytes that are not those of which the hub states the SHA-256, and keeps none of them", async () => {
  const { pull, data } = await bench([{ kind: "no_ranges" }, { kind: "rubbish" }]);
  await expect(pull()).rejects.toMatchObject({ code: "model_damaged" });
  expect(await readdir(join(data, "words/onnx"))).toEqual([]);
});

it("refuses bytes that are not what the card states", async () => {
  const { pull } = await bench([], { sha256: "0".repeat(64) });
  await expect(pull()).rejects.toMatchObject({ code: "model_damaged" });
});

it("does not ask again for what the hub does not have", async () => {
  const { pull, server } = await bench();
  server.files.delete("onnx/model.onnx");
  await expect(pull()).rejects.toMatchObject({ code: "hub_refused" });
  expect(server.asked.filter((line) => line.includes("model.onnx"))).toHaveLength(1);
});

it("forbids any connection when it is offline", async () => {
  const { pull, server } = await bench();
  await expect(pull({ GUMSA_OFFLINE: "1" })).rejects.toMatchObject({ code: "offline" });
  expect(server.asked).toEqual([]);
});

it("holds a later pull and a later load to the lock", async () => {
  const { models, pull, server, data } = await bench();
  const found = await pull();
  await removeModel(found, { models, isForgotten: false });
  server.files.set("onnx/model.onnx", randomBytes(LARGE.length));
  await expect(pull()).rejects.toMatchObject({ code: "model_damaged" });
  await removeModel(found, { models, isForgotten: true });
  await pull();
  await writeFile(join(data, "words/onnx/model.onnx"), LARGE);
  await expect(
    createModelStore(join(data, "../package"), data).model("words", "image-text"),
  ).rejects.toMatchObject({
    code: "model_damaged",
    hint: "gumsa models pull words",
  });
});

it("asks for later files by the commit of the lock", async () => {
  const { models, pull, server } = await bench();
  await removeModel(await pull(), { models, isForgotten: false });
  server.asked.length = 0;
  await pull();
  expect(server.asked[0]).toBe(`HEAD /someone/words/resolve/${COMMIT}/config.json`);
});

it("goes through a proxy", async () => {
  const { pull, server } = await bench();
  const tunnels: string[] = [];
  const proxy = createServer().on("connect", (request, socket, head) => {
    tunnels.push(request.url ?? "");
    const [host = "", port = ""] = (request.url ?? "").split(":");
    const upstream = connect(Number(port), host, () => {
      socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
      upstream.write(head);
      upstream.pipe(socket);
      socket.pipe(upstream);
    });
  });
  proxy.listen(0, "127.0.0.1");
  await once(proxy, "listening");
  onTestFinished(() => void proxy.close());
  const { port } = proxy.address() as AddressInfo; // it listens on a port
  await pull({ http_proxy: `http://127.0.0.1:${port}` });
  expect(tunnels).toContain(new URL(server.endpoint).host);
});

it("stops when it is cancelled and keeps what is there", async () => {
  const { models, server, data } = await bench();
  const controller = new AbortController();
  const pulled = pullModel("words", {
    models,
    hub: loadConfig({ HF_ENDPOINT: server.endpoint }).hub,
    onProgress: () => controller.abort(),
    signal: controller.signal,
  });
  await expect(pulled).rejects.toMatchObject({ code: "cancelled" });
  expect((await readdir(join(data, "words"))).length).toBeGreaterThan(0);
});
