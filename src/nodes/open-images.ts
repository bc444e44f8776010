import type { InspectionNode, NodeDeps } from "./node.ts";

/** Proves that every picture can be decoded wholly. What cannot be is the caller's error, not a verdict. */
export const openImages =
  ({ tools, version }: NodeDeps): InspectionNode =>
  async ({ request }, run) => ({
    images: await Promise.all(
      request.images.map(async ({ id, view, fileName }) => ({
        view,
        fileName,
        image: await tools.openImage({ image: id, fileName }, run),
      })),
    ),
    versions: { gumsa: version },
  });
