// What happens to a picture after it was taken: it is scaled down and up again, or compressed. sharp does both.
import sharp, { type Sharp } from "sharp";
import type { Picture } from "../../src/vision/picture.ts";

export type Enlargement = "nearest" | "linear" | "cubic";

/** Shrunk with an anti-aliasing kernel, then enlarged to its size again. */
export const rescaled = async (picture: Picture, factor: number, kernel: Enlargement): Promise<Picture> => {
  const { widthPx, heightPx } = picture;
  const small = await raw(
    opened(picture).resize(atLeastFour(widthPx / factor), atLeastFour(heightPx / factor), {
      fit: "fill",
      kernel: kernel === "nearest" ? "linear" : kernel,
    }),
  );
  return raw(opened(small).resize(widthPx, heightPx, { fit: "fill", kernel }));
};

export const asJpeg = async (picture: Picture, quality: number): Promise<Picture> =>
  raw(sharp(await opened(picture).jpeg({ quality }).toBuffer()));

export const asWebp = async (picture: Picture, quality: number): Promise<Picture> =>
  raw(sharp(await opened(picture).webp({ quality }).toBuffer()));

const opened = ({ widthPx, heightPx, rgb }: Picture): Sharp =>
  sharp(rgb, { raw: { width: widthPx, height: heightPx, channels: 3 } });

const raw = async (picture: Sharp): Promise<Picture> => {
  const { data, info } = await picture
    .removeAlpha()
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { widthPx: info.width, heightPx: info.height, rgb: new Uint8Array(data) };
};

const atLeastFour = (sidePx: number): number => Math.max(4, Math.round(sidePx));
