import type { Adapter } from "../../domain/adapter.ts";
// An inspector of plain literals: every picture passes, except that its first byte may ask for another end.
import type { Inspection } from "../../domain/inspection.ts";
import type { InspectionStats } from "../../domain/inspection-stats.ts";
import type { Job } from "../../domain/job.ts";
import type { Product } from "../../domain/product.ts";
import type { ReferenceChange } from "../../domain/reference-change.ts";
import { VERDICTS, type VerdictKind } from "../../domain/verdict.ts";
import { GumsaError } from "../../errors.ts";
import type { Inspector, ModelSummary, ProductSummary } from "../../inspector.ts";
import { fakeOperations } from "./fake-operations.ts";

const NOW = "2026-01-02T03:04:05.678Z";
const NONE = { queued: 0, running: 0 };
const BLOB = `sha256:${"0".repeat(64)}`;

const sampleProduct: Product = {
  id: "board",
  names: { ko: "기판", en: "Board" },
  views: ["front"],
  types: [],
  alpha: 0.05,
  createdAt: NOW,
};

const sampleModel: ModelSummary = {
  name: "clip-vit-b-32",
  task: "image-text",
  origin: "hub",
  state: "missing",
  licence: "MIT",
  limits: "Understands English.",
  unverified: ["licence of the weights"],
  folder: "/home/x/.gumsa/models/clip-vit-b-32",
  repository: "Xenova/clip-vit-base-patch32",
};

const sampleJob: Job = {
  id: `job_${"0".repeat(20)}`,
  kind: "inspect",
  subject: `insp_${"0".repeat(20)}`,
  client: "local",
  lane: "interactive",
  state: "done",
  attempts: 1,
  createdAt: NOW,
};

const sampleReferenceChange: ReferenceChange = {
  product: "board",
  view: "front",
  added: [],
  removed: [],
  references: 30,
  neededReferences: 19,
  bank: BLOB,
  threshold: 0.5,
};

const summary: ProductSummary = { product: sampleProduct, references: 30, manuals: [], cases: 0, bank: null };

export const sampleInspection = (kind: VerdictKind = "pass"): Inspection => ({
  id: `insp_${"0".repeat(20)}`,
  createdAt: NOW,
  product: "board",
  images: [
    {
      view: "front",
      fileName: "part.jpg",
      image: { id: BLOB, widthPx: 64, heightPx: 64, format: "jpeg", sizeBytes: 9, frames: 1 },
    },
  ],
  metadata: {},
  capture: { grade: "usable", degradations: [], references: 30 },
  readers: { gradeCapture: { status: "ran" } },
  evidence: [{ id: "D0", kind: "capture", grade: "usable", references: 30 }],
  regions: [],
  verdict: { kind, reasons: ["nothing_found"] },
  report: {
    language: "en",
    writer: "rule",
    sections: { status: [], causes: [], actions: [], prevention: [] },
    removed: [],
  },
  pictures: { overlay: BLOB },
  timingsMs: { total: 1 },
  versions: { gumsa: "0.1.0" },
});

const noStats: InspectionStats = {
  inspections: 0,
  verdicts: { pass: 0, fail: 0, review: 0, retake: 0 },
  rated: 0,
  decided: 0,
  overridden: 0,
  confirmed: [],
  byProduct: [],
  byType: [],
  byModel: [],
  byRating: [],
  byDay: [],
};

export const sampleAdapter: Adapter = {
  name: "tuned",
  base: "qwen2-vl",
  baseModel: "qwen2-vl:2b",
  kind: "merged",
  model: "tuned",
  server: "ollama 0.12.0",
  addedAt: NOW,
};

/** A picture of the word `fail` is failed, one of the word `damaged` cannot be read, one of `bug` meets one. */
const inspect: Inspector["inspect"] = async ({ images }) => {
  const word = new TextDecoder().decode(images[0]?.bytes);
  if (word === "damaged") throw new GumsaError("image_damaged", "The picture is damaged.", { hint: "again" });
  if (word === "bug") throw new TypeError("secret detail");
  return sampleInspection(VERDICTS.find((kind) => kind === word) ?? "pass");
};

export const fakeInspector = (changes: Partial<Inspector> = {}): Inspector => ({
  workers: 2,
  inspect,
  asGraph: {
    accept: async () => {
      throw new GumsaError("usage_invalid", "The stand-in has no graph.");
    },
    build: () => {
      throw new GumsaError("usage_invalid", "The stand-in has no graph.");
    },
  },
  converse: async () => ({
    text: "# pass",
    inspection: sampleInspection().id,
    tokens: { prompt: 0, answer: 0 },
  }),
  tool: () => {
    throw new GumsaError("usage_invalid", "The stand-in has no tools.");
  },
  tools: {
    list: () => [{ name: "open_image", description: "Decode a picture.", input: {}, output: {} }],
    call: async () => ({ fine: true }),
  },
  blobs: { put: async () => BLOB, get: async () => new Uint8Array([1]) },
  products: {
    add: async () => summary,
    addDemo: async () => "casting",
    list: async () => [sampleProduct],
    show: async () => summary,
    sources: async () => ({ id: "board", good: [] }),
    remove: async () => {},
    audit: async (product) => ({ product, views: [], advice: {} }),
    calibration: async (product) => ({ product, alpha: 0.05, views: [] }),
    calibrationPage: async () => "<!doctype html>",
    calibrate: async (product, { alpha, isTrial = false }) => ({
      alphaBefore: 0.05,
      isChanged: !isTrial,
      calibration: { product, alpha, views: [] },
      verdicts: { compared: 0, changed: [] },
    }),
    change: async (id, changes) => ({ ...sampleProduct, id, ...changes }),
    index: async (product) => ({ product, views: [] }),
    changeModel: async ({ product, model = "patch-features", isTrial = false }) => ({
      product,
      from: { name: "patch-features", sha256: "0".repeat(64) },
      to: { name: model, sha256: "1".repeat(64) },
      isSwitched: !isTrial,
      views: [{ view: "front", references: 30, inputLongEdgePx: 224, thresholdBefore: 0.5, threshold: 4.25 }],
      verdicts: {
        compared: 2,
        unreadable: 0,
        changed: [
          {
            inspection: "insp_1",
            fileName: "a.png",
            recorded: "pass",
            isFailed: true,
            pValueBefore: 0.4,
            pValue: 0.03,
          },
        ],
      },
    }),
  },
  references: {
    add: async ({ product }) => ({ ...sampleReferenceChange, product }),
    remove: async ({ product }) => ({ ...sampleReferenceChange, product }),
    list: async () => [],
  },
  models: {
    list: async () => [sampleModel],
    pull: async () => sampleModel,
    verify: async () => sampleModel,
    remove: async () => {},
    add: async () => sampleModel,
  },
  manuals: {
    add: async () => [],
    list: async () => [],
    remove: async () => {
      throw new GumsaError("manual_unknown", "The product has no manual of this name.");
    },
    search: async () => ({ passages: [], retrieval: { vectors: "none" } }),
    coverage: async (product) => ({ product, manuals: [], types: [], gaps: [] }),
    page: async () => ({ png: new Uint8Array([1]), widthPx: 1, heightPx: 1, marks: [] }),
  },
  cases: {
    add: async () => [],
    list: async () => [],
    search: async () => ({ types: ["scratch"], unused: ["모서리"], model: null, cases: [] }),
    remove: async () => {
      throw new GumsaError("case_unknown", "No case with this id is stored.");
    },
  },
  inspections: {
    get: async () => sampleInspection(),
    list: async () => [],
    picture: async (_, kind) => (kind === "heat-map" ? undefined : new Uint8Array([1])),
    shown: async (_, { kind }) =>
      kind === "heat-map" ? undefined : { bytes: new Uint8Array([1]), mime: "image/png", id: BLOB },
    again: async (_, changes) => ({ ...changes, images: [] }),
    render: async (_, { format, language }) => new TextEncoder().encode(`${format} ${language}`),
    html: async () => "<!doctype html>",
    brief: async ({ id, verdict }) => `# ${verdict.kind}\n\n${id}\n`,
    text: ({ verdict }) => `verdict: ${verdict.kind}`,
  },
  stats: async () => noStats,
  writers: { current: async () => "rule", use: async (writer) => ({ writer, isOverridden: false }) },
  chat: {
    ask: async ({ question, language = "en" }) => ({
      thread: `chat_${"0".repeat(20)}`,
      message: {
        language,
        text: question,
        sentences: [{ text: question, evidence: ["A1"] }],
        evidence: [],
        pictures: [],
        answerer: "rule",
        toolCalls: [],
        removed: [],
      },
    }),
    threads: async () => [],
    history: async () => [],
  },
  compare: async ({ inspection, language = "en" }) => ({
    inspection,
    language,
    reports: [],
    differences: [],
  }),
  adapters: {
    add: async () => sampleAdapter,
    prove: async () => sampleAdapter,
    list: async () => [sampleAdapter],
    remove: async () => {},
  },
  finetunePairs: async function* () {},
  feedback: { add: async (input) => ({ ...input, createdAt: NOW }), list: async () => [] },
  jobs: {
    inspect: async () => sampleJob,
    start: async ({ kind, subject }) => ({ ...sampleJob, kind, subject }),
    result: async () => ({}),
    get: async () => sampleJob,
    list: async () => [],
    counts: async () => ({ interactive: NONE, batch: NONE, background: NONE }),
    cancel: async () => sampleJob,
    wait: async () => sampleJob,
    async *events() {},
  },
  keys: {
    add: async (key) => ({ key: { ...key, createdAt: NOW }, secret: "gumsa_secret" }),
    list: async () => [],
    find: async () => undefined,
    remove: async () => {},
  },
  audit: { add: async () => {}, list: async () => [] },
  work: () => ({ running: 0, [Symbol.asyncDispose]: async () => {} }),
  ...fakeOperations(),
  doctor: async () => [{ name: "store", state: "ok", detail: "fine" }],
  [Symbol.asyncDispose]: async () => {},
  ...changes,
});
