// Agents pay for every byte that they read, and drop or cut what is too large. A thumbnail shows where to look; the
// whole picture is a resource.
import type { ImageContent } from "@modelcontextprotocol/sdk/types.js";
import type { BlobId } from "../domain/image-ref.ts";
import type { Inspector } from "../inspector.ts";

/** Of all thumbnails of one answer together, as base64. */
export const THUMBNAIL_BUDGET_BYTES = 48_000;
const EDGES_PX = [384, 320, 256, 192, 128, 96];

/** In the order of the pictures; one that does not fit its share even at 96 pixels is left out. */
export const thumbnailsOf = async (
  images: readonly BlobId[],
  inspector: Inspector,
  signal?: AbortSignal,
): Promise<ImageContent[]> => {
  const share = THUMBNAIL_BUDGET_BYTES / Math.max(1, images.length);
  const drawn = await Promise.all(images.map((image) => thumbnail(image, share, { inspector, signal })));
  return drawn.flatMap((data) =>
    data === undefined ? [] : [{ type: "image", mimeType: "image/jpeg", data }],
  );
};

const thumbnail = async (
  image: BlobId,
  mostBytes: number,
  { inspector, signal }: { inspector: Inspector; signal: AbortSignal | undefined },
): Promise<string | undefined> => {
  for (const longEdgePx of EDGES_PX) {
    const jpeg = await inspector.tool("cutPicture", { image, longEdgePx }, { signal });
    const data = Buffer.from(jpeg).toString("base64");
    if (data.length <= mostBytes) return data;
  }
  return undefined;
};
