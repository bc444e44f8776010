// The picture blocks of a message, in the three forms in which clients of LangChain send them.
import { type BaseMessage, HumanMessage, type MessageContent } from "@langchain/core/messages";
import { z } from "zod";
import type { Inspector, NamedBytes } from "../inspector.ts";

const Named = z.looseObject({ name: z.string().optional() }).optional();
const DataBlock = z.looseObject({ type: z.literal("image"), data: z.string(), metadata: Named });
const UrlBlock = z.looseObject({
  type: z.literal("image_url"),
  image_url: z.union([z.string(), z.looseObject({ url: z.string() }).transform(({ url }) => url)]),
});
type Block = Exclude<MessageContent, string>[number];

/** Only what lies in the message itself: no address is fetched. */
export const picturesOf = ({ content }: BaseMessage): NamedBytes[] =>
  typeof content === "string" ? [] : content.flatMap((block) => pictureOf(block) ?? []);

const pictureOf = (block: Block): NamedBytes | undefined => {
  const data = DataBlock.safeParse(block);
  if (data.success) return decoded(data.data.data, data.data.metadata?.name);
  const url = UrlBlock.safeParse(block);
  const base64 = url.success ? /^data:image\/[^,]*;base64,(.*)$/su.exec(url.data.image_url)?.[1] : undefined;
  return base64 === undefined ? undefined : decoded(base64);
};

const decoded = (base64: string, fileName = "image"): NamedBytes => ({
  fileName,
  bytes: new Uint8Array(Buffer.from(base64, "base64")),
});

const THUMBNAIL_EDGE_PX = 384;

/** The same message, by its id, with small pictures; undefined where it has none. */
export const withThumbnails = async (
  message: BaseMessage,
  inspector: Inspector,
): Promise<HumanMessage | undefined> => {
  if (typeof message.content === "string" || picturesOf(message).length === 0) return undefined;
  const content = message.content.map(async (block): Promise<Block> => {
    const picture = pictureOf(block);
    return picture ? shrunk(block, await thumbnailOf(picture, inspector)) : block;
  });
  return new HumanMessage({
    content: await Promise.all(content),
    ...(message.id !== undefined && { id: message.id }),
  });
};

const thumbnailOf = async ({ bytes }: NamedBytes, { blobs, tool }: Inspector): Promise<string> => {
  const jpeg = await tool("cutPicture", { image: await blobs.put(bytes), longEdgePx: THUMBNAIL_EDGE_PX });
  return Buffer.from(jpeg).toString("base64");
};

/** In the form in which it came: a client shows the one that it sends. */
const shrunk = (block: Block, data: string): Block => {
  if (block.type !== "image")
    return { type: "image_url", image_url: { url: `data:image/jpeg;base64,${data}` } };
  const type = "mimeType" in block ? { mimeType: "image/jpeg" } : { mime_type: "image/jpeg" };
  return { ...block, ...type, data };
};
