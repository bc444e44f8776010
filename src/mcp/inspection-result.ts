// An inspection as an agent needs it: what was decided, on what grounds, and where to look on. The whole record is a
// resource.
import type { ContentBlock } from "@modelcontextprotocol/sdk/types.js";
import { z } from "zod";
import { CaptureGrade, Degradation } from "../domain/capture-grade.ts";
import { ManualEvidence } from "../domain/evidence.ts";
import { Inspection, type PictureKind } from "../domain/inspection.ts";
import { Region } from "../domain/region.ts";
import { Report } from "../domain/report.ts";
import { Verdict } from "../domain/verdict.ts";
import { uriOf } from "./uris.ts";

/** Strongest first; the record has the others. */
const MOST_REGIONS = 8;

export const InspectionResult = z.object({
  inspection: Inspection.shape.id,
  createdAt: Inspection.shape.createdAt,
  product: Inspection.shape.product,
  verdict: Verdict,
  severity: Report.shape.severity,
  summary: z.string().optional(),
  next: Report.shape.next,
  capture: z.object({
    grade: CaptureGrade.shape.grade,
    degradations: z.array(Degradation.pick({ kind: true, severity: true })),
  }),
  regions: z
    .array(Region.omit({ areaPx: true }))
    .describe("Boxes in pixels of the inspected picture, strongest first, eight at the most."),
  regionsInAll: z.int().nonnegative(),
  sections: Report.shape.sections,
  language: Report.shape.language,
  writer: z.string(),
  notRead: z.record(z.string(), z.string()).describe("Readers that did not run, and why."),
  manuals: z.array(
    ManualEvidence.pick({ id: true, document: true, revision: true, page: true, quotation: true }).extend({
      uri: z.string(),
    }),
  ),
  pictures: z.record(z.string(), z.string()).describe("Addresses of the pictures, by kind."),
});
export type InspectionResult = z.infer<typeof InspectionResult>;

export const resultOf = (inspection: Inspection): InspectionResult => {
  const { id, createdAt, product, verdict, capture, regions, report, readers } = inspection;
  const { sections, language, writer, severity, next, summary } = report;
  return {
    inspection: id,
    createdAt,
    product,
    verdict,
    ...(severity && { severity }),
    ...(summary && { summary: summary.text }),
    ...(next && { next }),
    capture: {
      grade: capture.grade,
      degradations: capture.degradations.map(({ kind, severity }) => ({ kind, severity })),
    },
    regions: regions.slice(0, MOST_REGIONS).map(({ areaPx, ...region }) => region),
    regionsInAll: regions.length,
    sections,
    language,
    writer,
    notRead: Object.fromEntries(
      Object.entries(readers).flatMap(([name, status]) => {
        if (status.status === "ran") return [];
        return [[name, status.code ?? status.reason ?? status.status]];
      }),
    ),
    manuals: citedPages(inspection),
    pictures: Object.fromEntries(pictureKinds(inspection).map((kind) => [kind, uriOf.picture(id, kind)])),
  };
};

const citedPages = ({ id: inspection, evidence }: Inspection): InspectionResult["manuals"] =>
  evidence.flatMap((item) => {
    if (item.kind !== "manual") return [];
    const { id, document, revision, page, quotation } = item;
    return [{ id, document, revision, page, quotation, uri: uriOf.citedPage(inspection, id) }];
  });

const pictureKinds = ({ pictures }: Inspection): (PictureKind | "source")[] => [
  "source",
  ...(Object.keys(pictures) as PictureKind[]), // the keys of a record over these kinds
];

/** The whole pictures and the whole record, to be read where they are needed. */
export const linksOf = (inspection: Inspection): ContentBlock[] => [
  {
    type: "resource_link",
    uri: uriOf.inspection(inspection.id),
    name: "record",
    description: "The whole record.",
    mimeType: "application/json",
  },
  ...pictureKinds(inspection).map(
    (kind): ContentBlock => ({
      type: "resource_link",
      uri: uriOf.picture(inspection.id, kind),
      name: kind,
      mimeType: kind === "source" ? `image/${inspection.images[0]?.image.format ?? "png"}` : "image/png",
    }),
  ),
];
