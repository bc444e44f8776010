import { GumsaError } from "../errors.ts";
import type { Inspector } from "./contract.ts";
import { renderHtml } from "../report/html.ts";
import { renderBrief } from "../report/markdown.ts";
import { renderText } from "../report/text.ts";
import { pictureOf } from "./inspection-pictures.ts";
import type { Parts } from "./parts.ts";
import { productOf, recorded } from "./recorded.ts";
import { askedAgain } from "./reinspect.ts";
import { renderReport } from "./render-report.ts";
import { reportDocument } from "./report-pictures.ts";

export const inspectionsOf = (parts: Parts): Inspector["inspections"] => ({
  async get(id) {
    const inspection = await parts.store.inspections.get(id);
    if (inspection) return inspection;
    throw new GumsaError("inspection_unknown", `No inspection with the id ${id} is recorded.`);
  },
  list: (filter) => parts.store.inspections.list(filter),
  picture: async (inspection, kind) => (await pictureOf(inspection, { kind }, parts))?.bytes,
  shown: (inspection, question) => pictureOf(inspection, question, parts),
  again: async (id, changes) => askedAgain((await recorded(id, parts)).inspection, changes, parts),
  html: async (inspection) => renderHtml(await reportDocument(inspection, parts)),
  render: (inspection, options) => renderReport(inspection, options, parts),
  brief: async (inspection) => renderBrief({ inspection, product: await productOf(inspection, parts.store) }),
  text: renderText,
});
