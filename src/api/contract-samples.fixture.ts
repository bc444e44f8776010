// A good request for every operation of the document, and what a fake inspector's jobs come back with.
import { sampleAdapter, sampleInspection } from "../cli/testing/fake-inspector.ts";

const BLOB = `sha256:${"0".repeat(64)}`;
const NOW = "2026-01-02T03:04:05.678Z";
const INSPECTION = sampleInspection().id;
const THREAD = `chat_${"0".repeat(20)}`;
const BATCH = `batch_${"0".repeat(20)}`;
const JOB = `job_${"0".repeat(20)}`;

export interface Sample {
  readonly path: string;
  readonly body?: () => string | FormData;
  readonly headers?: Readonly<Record<string, string>>;
}

const json = (path: string, value: unknown): Sample => ({
  path,
  body: () => JSON.stringify(value),
  headers: { "content-type": "application/json" },
});

const form = (path: string, fields: Readonly<Record<string, string>>): Sample => ({
  path,
  body: () => {
    const data = new FormData();
    for (const [name, value] of Object.entries(fields)) {
      const isFile = /^(good|picture|manual|image)/.test(name);
      data.append(name, isFile ? new File([value], "a.png") : value);
    }
    return data;
  },
});

/** By `METHOD path` of the document. */
export const SAMPLES: Readonly<Record<string, Sample>> = {
  "GET /healthz": { path: "/healthz" },
  "GET /readyz": { path: "/readyz" },
  "GET /metrics": { path: "/metrics" },
  "POST /v1/inspections": form("/v1/inspections", { image: "pass", metadata: '{"station":4}' }),
  "GET /v1/inspections": { path: "/v1/inspections?verdict=fail&rating=5&from=2026-01-01" },
  "GET /v1/inspections/{id}": { path: `/v1/inspections/${INSPECTION}` },
  "GET /v1/inspections/{id}/events": { path: `/v1/inspections/${INSPECTION}/events` },
  "GET /v1/inspections/{id}/images/{kind}": { path: `/v1/inspections/${INSPECTION}/images/overlay` },
  "GET /v1/inspections/{id}/report": { path: `/v1/inspections/${INSPECTION}/report?format=md&lang=ko` },
  "POST /v1/inspections/{id}/compare": json(`/v1/inspections/${INSPECTION}/compare`, { writers: ["rule"] }),
  "POST /v1/inspections/{id}/reinspect": json(`/v1/inspections/${INSPECTION}/reinspect`, { language: "en" }),
  "POST /v1/inspections/{id}/feedback": json(`/v1/inspections/${INSPECTION}/feedback`, {
    worker: "Kim",
    action: "Nozzle cleaned",
    rating: 5,
  }),
  "GET /v1/inspections/{id}/feedback": { path: `/v1/inspections/${INSPECTION}/feedback` },
  "GET /v1/stats": { path: "/v1/stats?product=board&to=2026-12-31" },
  "GET /v1/products": { path: "/v1/products" },
  "POST /v1/products": form("/v1/products", { product: '{"id":"board"}', good: "picture" }),
  "GET /v1/products/{product}": { path: "/v1/products/board" },
  "PATCH /v1/products/{product}": json("/v1/products/board", { alpha: 0.01 }),
  "DELETE /v1/products/{product}": { path: "/v1/products/board" },
  "GET /v1/products/{product}/references": { path: "/v1/products/board/references" },
  "POST /v1/products/{product}/references": form("/v1/products/board/references", { good: "picture" }),
  "DELETE /v1/products/{product}/references/{reference}": { path: "/v1/products/board/references/good.png" },
  "GET /v1/products/{product}/references/{reference}/picture": {
    path: "/v1/products/board/references/good.png/picture",
  },
  "GET /v1/products/{product}/cases": { path: "/v1/products/board/cases" },
  "POST /v1/products/{product}/cases": form("/v1/products/board/cases", { type: "hole", picture: "picture" }),
  "GET /v1/products/{product}/cases/search": { path: "/v1/products/board/cases/search?words=hole" },
  "DELETE /v1/products/{product}/cases/{case}": { path: "/v1/products/board/cases/board_hole_001" },
  "GET /v1/products/{product}/cases/{case}/picture": {
    path: "/v1/products/board/cases/board_hole_001/picture",
  },
  "GET /v1/products/{product}/manuals": { path: "/v1/products/board/manuals" },
  "POST /v1/products/{product}/manuals": form("/v1/products/board/manuals", { manual: "pdf" }),
  "DELETE /v1/products/{product}/manuals/{document}": { path: "/v1/products/board/manuals/guide.pdf" },
  "GET /v1/products/{product}/manuals/search": { path: "/v1/products/board/manuals/search?question=why" },
  "GET /v1/products/{product}/manuals/coverage": { path: "/v1/products/board/manuals/coverage" },
  "GET /v1/manuals/{documentId}/pages/{page}": { path: `/v1/manuals/${BLOB}/pages/1?quote=gas&part=excerpt` },
  "GET /v1/products/{product}/types": { path: "/v1/products/board/types" },
  "PUT /v1/products/{product}/types": json("/v1/products/board/types", {
    types: [{ code: "hole", names: { ko: "기공", en: "Blow hole" } }],
  }),
  "GET /v1/products/{product}/calibration": { path: "/v1/products/board/calibration" },
  "POST /v1/products/{product}/calibration": json("/v1/products/board/calibration", { alpha: 0.1 }),
  "POST /v1/products/{product}/audit": { path: "/v1/products/board/audit" },
  "GET /v1/products/{product}/index": { path: "/v1/products/board/index" },
  "POST /v1/products/{product}/index": { path: "/v1/products/board/index" },
  "POST /v1/products/{product}/model": json("/v1/products/board/model", { isTrial: true }),
  "GET /v1/model-cards": { path: "/v1/model-cards" },
  "POST /v1/model-cards/{name}/pull": { path: "/v1/model-cards/clip-vit-b-32/pull" },
  "POST /v1/model-cards/{name}/verify": { path: "/v1/model-cards/clip-vit-b-32/verify" },
  "DELETE /v1/model-cards/{name}": { path: "/v1/model-cards/clip-vit-b-32" },
  "GET /v1/writers": { path: "/v1/writers" },
  "PUT /v1/writers/current": json("/v1/writers/current", { writer: "rule" }),
  "POST /v1/adapters/{name}/prove": json("/v1/adapters/tuned/prove", { inspections: 3 }),
  "DELETE /v1/adapters/{name}": { path: "/v1/adapters/tuned" },
  "GET /v1/tools": { path: "/v1/tools" },
  "POST /v1/tools/{name}": json("/v1/tools/open_image", { image: BLOB, fileName: "a.png" }),
  "POST /v1/pictures": {
    path: "/v1/pictures?fileName=a.png",
    body: () => "picture",
    headers: { "content-type": "application/octet-stream" },
  },
  "GET /v1/pictures/{id}": { path: `/v1/pictures/${BLOB}` },
  "GET /v1/jobs": { path: "/v1/jobs?state=done" },
  "GET /v1/jobs/{id}": { path: `/v1/jobs/${JOB}` },
  "GET /v1/jobs/{id}/events": { path: `/v1/jobs/${JOB}/events`, headers: { "last-event-id": "2" } },
  "POST /v1/jobs/{id}/cancel": { path: `/v1/jobs/${JOB}/cancel` },
  "GET /v1/keys": { path: "/v1/keys" },
  "POST /v1/keys": json("/v1/keys", { name: "line-1", role: "worker" }),
  "DELETE /v1/keys/{name}": { path: "/v1/keys/line-1" },
  "POST /v1/inspections/{id}/chat": json(`/v1/inspections/${INSPECTION}/chat`, { question: "Why?" }),
  "GET /v1/inspections/{id}/chat": { path: `/v1/inspections/${INSPECTION}/chat` },
  "GET /v1/inspections/{id}/chat/{thread}": { path: `/v1/inspections/${INSPECTION}/chat/${THREAD}` },
  "GET /v1/inspections/{id}/chat/{thread}/images/{image}": {
    path: `/v1/inspections/${INSPECTION}/chat/${THREAD}/images/${BLOB}`,
  },
  "POST /v1/chat/completions": json("/v1/chat/completions", {
    model: "gumsa",
    messages: [{ role: "user", content: "Why?" }],
  }),
  "GET /v1/models": { path: "/v1/models" },
  "POST /v1/batches": form("/v1/batches", { image: "pass" }),
  "GET /v1/batches": { path: "/v1/batches" },
  "GET /v1/batches/{id}": { path: `/v1/batches/${BATCH}` },
  "POST /v1/batches/{id}/items": form(`/v1/batches/${BATCH}/items`, { image: "pass" }),
  "GET /v1/batches/{id}/items": { path: `/v1/batches/${BATCH}/items` },
  "GET /v1/batches/{id}/events": { path: `/v1/batches/${BATCH}/events` },
  "POST /v1/batches/{id}/cancel": { path: `/v1/batches/${BATCH}/cancel` },
  "GET /v1/webhooks": { path: "/v1/webhooks" },
  "POST /v1/webhooks": json("/v1/webhooks", { url: "https://line.example/alarm" }),
  "DELETE /v1/webhooks/{id}": { path: `/v1/webhooks/hook_${"0".repeat(20)}` },
  "GET /v1/webhooks/{id}/deliveries": { path: `/v1/webhooks/hook_${"0".repeat(20)}/deliveries` },
  "GET /v1/audit": { path: "/v1/audit?limit=5" },
};

export const CHAT_THREAD = {
  id: THREAD,
  inspection: INSPECTION,
  createdAt: NOW,
  lastAt: NOW,
  questions: 1,
  title: "Why?",
};
export const CHAT_PICTURE = { image: BLOB, evidence: "A1", caption: "The region." };

const IMAGE = { id: BLOB, widthPx: 64, heightPx: 64, format: "png", sizeBytes: 9, frames: 1 };
export const REFERENCE = {
  product: "board",
  view: "front",
  image: IMAGE,
  fileName: "good.png",
  addedAt: NOW,
};
export const CASE = { ...REFERENCE, id: "board_hole_001", type: "hole" };
const PRODUCT = {
  id: "board",
  names: { ko: "기판", en: "Board" },
  views: ["front"],
  types: [],
  alpha: 0.05,
  createdAt: NOW,
};
const MODEL = {
  name: "clip-vit-b-32",
  task: "image-text",
  origin: "hub",
  state: "verified",
  licence: "MIT",
  limits: "Understands English.",
  unverified: [],
};
const CHANGE = {
  product: "board",
  view: "front",
  added: [REFERENCE],
  removed: [],
  references: 2,
  neededReferences: 19,
  bank: BLOB,
};

/** By kind of job. */
export const RESULTS: Readonly<Record<string, unknown>> = {
  register_product: PRODUCT,
  add_references: CHANGE,
  remove_references: CHANGE,
  add_cases: [CASE],
  add_manuals: [],
  rebuild_index: { product: "board", views: [] },
  audit_references: { product: "board", views: [], advice: {} },
  change_model: {
    product: "board",
    from: { name: "a", sha256: "0" },
    to: { name: "b", sha256: "1" },
    isSwitched: false,
    views: [],
    verdicts: { compared: 0, unreadable: 0, changed: [] },
  },
  pull_model: MODEL,
  verify_model: MODEL,
  prove_adapter: sampleAdapter,
  compare_writers: {
    inspection: INSPECTION,
    language: "en",
    reports: [{ writer: "rule", report: sampleInspection().report, durationMs: 1 }],
    differences: [],
  },
};
