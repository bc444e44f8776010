// The addresses of everything that is too large for an answer. Each is a template; the resources read what it names.
import type { PictureKind } from "../domain/inspection.ts";

export const TEMPLATES = {
  inspection: "gumsa://inspections/{id}",
  picture: "gumsa://inspections/{id}/images/{kind}",
  citedPage: "gumsa://inspections/{id}/pages/{evidence}",
  manualPage: "gumsa://manuals/{document}/pages/{page}",
  product: "gumsa://products/{id}",
  caseImage: "gumsa://cases/{id}",
} as const;

export const uriOf = {
  inspection: (id: string): string => `gumsa://inspections/${id}`,
  picture: (id: string, kind: PictureKind | "source"): string => `gumsa://inspections/${id}/images/${kind}`,
  /** The page that evidence cites, its quotation marked. */
  citedPage: (id: string, evidence: string): string => `gumsa://inspections/${id}/pages/${evidence}`,
  manualPage: (documentId: string, page: number): string =>
    `gumsa://manuals/${documentId.replace("sha256:", "")}/pages/${page}`,
  product: (id: string): string => `gumsa://products/${id}`,
  caseImage: (id: string): string => `gumsa://cases/${id}`,
};
