import { z } from "zod";
import { LookEvidence } from "../domain/follow-up.ts";
import { InspectionId } from "../domain/inspection.ts";
import { Box } from "../domain/region.ts";
import { cutOut } from "../vision/draw/cut-out.ts";
import { defineTool } from "./define-tool.ts";
import { boxOfRegion } from "./ignore-area.ts";
import { recordedInspection } from "./recorded-inspection.ts";

const LONG_EDGE_PX = 640;

export const lookCloser = defineTool({
  name: "look_closer",
  description:
    "Cut a region out of an inspected picture, by its number or a box in pixels, and enlarge it. Returns the id of the stored picture.",
  input: z.object({
    inspection: InspectionId,
    region: z.int().positive().optional(),
    box: Box.optional(),
  }),
  output: LookEvidence.omit({ id: true, kind: true }),
  async run({ inspection: id, region, box: asked }, { store, pictures, blobs }) {
    const { images, regions } = await recordedInspection(id, store);
    const box = asked ?? boxOfRegion(regions, region);
    const [first] = images;
    if (!first) throw new TypeError("an inspection has a picture");
    const cut = await cutOut(await pictures.decode(first.image.id), { box, longEdgePx: LONG_EDGE_PX });
    const ordinal = asked ? undefined : (region ?? 1);
    return { ...(ordinal !== undefined && { region: ordinal }), box, image: await blobs.put(cut) };
  },
});
