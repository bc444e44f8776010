// Small whole objects for the store's tests, each of which may be changed where a test cares.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BlobId } from "../../domain/image-ref.ts";
import type { Inspection } from "../../domain/inspection.ts";
import type { IndexedManual, IndexedPassage } from "../../domain/manual.ts";
import type { Product } from "../../domain/product.ts";
import type { Reference } from "../../domain/reference.ts";
import type { BankRecord, ProductRegistration } from "../store.ts";

const NOW = "2026-01-02T03:04:05.678Z";

export interface TemporaryHome extends Disposable {
  readonly path: string;
}

export const temporaryHome = (): TemporaryHome => {
  const path = mkdtempSync(join(tmpdir(), "gumsa-store-"));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
};

/** An id that differs with its number; there are no bytes behind it. */
export const blobId = (number: number): BlobId => `sha256:${number.toString(16).padStart(64, "0")}`;

export const sampleProduct = (changes: Partial<Product> = {}): Product => ({
  id: "casting",
  names: { ko: "주조품", en: "Casting" },
  views: ["front"],
  types: [
    { code: "hole", names: { ko: "기공", en: "Blow hole" }, synonyms: { ko: ["구멍"], en: ["pinhole"] } },
  ],
  alpha: 0.05,
  createdAt: NOW,
  ...changes,
});

export const sampleReference = (number: number, product = "casting"): Reference => ({
  product,
  view: "front",
  image: {
    id: blobId(number),
    widthPx: 64,
    heightPx: 48,
    format: "jpeg",
    sizeBytes: 1234,
    frames: 1,
  },
  fileName: `good-${number}.jpg`,
  addedAt: NOW,
});

export const sampleBank = (changes: Partial<BankRecord> = {}): BankRecord => ({
  product: "casting",
  view: "front",
  file: blobId(900),
  model: "patch-features",
  modelSha256: "ab".repeat(32),
  inputLongEdgePx: 320,
  leftOutScores: [1.25, 0.1 + 0.2],
  referenceScores: [0.7, 0.75],
  spots: [],
  captureBaseline: { sharpness: [10, 11.5] },
  builtAt: NOW,
  ...changes,
});

export const samplePassage = (quotation: string, changes: Partial<IndexedPassage> = {}): IndexedPassage => ({
  page: 1,
  headings: ["Defects"],
  quotation,
  form: "text",
  terms: quotation.split(" "),
  ...changes,
});

export const sampleManual = (changes: Partial<IndexedManual> = {}): IndexedManual => ({
  document: "casting.pdf",
  documentId: blobId(1000),
  pages: ["first page", "second page"],
  passages: [samplePassage("gas porosity in thick walls")],
  ...changes,
});

export const sampleRegistration = (id = "casting"): ProductRegistration => ({
  product: sampleProduct({ id }),
  references: [1, 2, 3].map((number) => sampleReference(number, id)),
  banks: [sampleBank({ product: id })],
  manuals: [sampleManual()],
  cases: [],
});

export const sampleInspection = (number: number, changes: Partial<Inspection> = {}): Inspection => ({
  id: `insp_${number.toString().padStart(20, "0")}`,
  createdAt: new Date(Date.UTC(2026, 0, 1, 0, number)).toISOString(),
  product: "casting",
  images: [{ view: "front", fileName: "part.jpg", image: sampleReference(7).image }],
  metadata: { station: "S1", robot: { distanceMm: 120.5 } },
  capture: { grade: "usable", degradations: [], references: 3 },
  readers: { gradeCapture: { status: "ran" } },
  evidence: [{ id: "D0", kind: "capture", grade: "usable", references: 3 }],
  regions: [],
  verdict: { kind: "pass", reasons: ["nothing_found"], pValue: 0.4, alpha: 0.05 },
  report: {
    language: "ko",
    writer: "rule",
    sections: {
      status: [{ text: "불량이 없습니다.", evidence: ["D0"] }],
      causes: [],
      actions: [],
      prevention: [],
    },
    removed: [],
  },
  pictures: {},
  timingsMs: { total: 12.5 },
  versions: { gumsa: "0.1.0" },
  ...changes,
});
