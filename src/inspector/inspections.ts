import { GumsaError } from "../errors.ts";
import type { Inspector } from "../inspector.ts";
import { renderHtml } from "../report/html.ts";
import { renderText } from "../report/text.ts";
import type { Parts } from "./parts.ts";

export const inspectionsOf = ({ store, blobs }: Parts): Inspector["inspections"] => {
  const inspections: Inspector["inspections"] = {
    async get(id) {
      const inspection = await store.inspections.get(id);
      if (inspection) return inspection;
      throw new GumsaError("inspection_unknown", `No inspection with the id ${id} is recorded.`);
    },
    list: (filter) => store.inspections.list(filter),
    async picture({ images, pictures }, kind) {
      const id = kind === "source" ? images[0]?.image.id : pictures[kind];
      return id && blobs.get(id);
    },
    async html(inspection) {
      const product = inspection.product === null ? null : ((await store.products.get(inspection.product)) ?? null);
      return renderHtml({ inspection, product, pictures: await drawn(inspection) });
    },
    text: renderText,
  };
  return inspections;
};
