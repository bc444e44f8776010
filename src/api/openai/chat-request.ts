// What a chat client of OpenAI's protocol sends: the whole conversation each time, pictures as data URLs within it.
import { z } from "@hono/zod-openapi";
import { GumsaError } from "../../errors.ts";
import type { NamedBytes, Turn } from "../../inspector.ts";

const TextPart = z.looseObject({ type: z.literal("text"), text: z.string() });
const ImagePart = z.looseObject({
  type: z.literal("image_url"),
  image_url: z.looseObject({ url: z.string().describe("A data: URL; addresses are not fetched.") }),
});

/** Sampling settings and the like are taken and play no part: the answers are not sampled. */
export const ChatRequest = z
  .looseObject({
    model: z.string().describe("gumsa, or gumsa:PRODUCT."),
    messages: z
      .array(
        z.looseObject({
          role: z.enum(["system", "developer", "user", "assistant", "tool", "function"]),
          content: z.union([z.string(), z.array(z.union([TextPart, ImagePart])), z.null()]).optional(),
        }),
      )
      .min(1)
      .max(1000),
    stream: z.boolean().nullish(),
    stream_options: z.looseObject({ include_usage: z.boolean().optional() }).nullish(),
    n: z.literal(1).nullish(),
  })
  .meta({ id: "ChatRequest" });
export type ChatRequest = z.infer<typeof ChatRequest>;

/** Instructions to a model and results of its tools play no part here. Throws `usage_invalid`, `image_unreadable`. */
export const turnsOf = ({ messages }: ChatRequest): Turn[] =>
  messages.flatMap(({ role, content }): Turn[] => {
    if (role !== "user" && role !== "assistant") return [];
    const parts = typeof content === "string" ? [{ type: "text" as const, text: content }] : (content ?? []);
    const text = parts.flatMap((part) => (part.type === "text" ? [part.text] : [])).join("\n");
    const pictures = parts.flatMap((part) =>
      part.type === "image_url" ? [pictureOf(part.image_url.url)] : [],
    );
    return [{ role, text, pictures }];
  });

const pictureOf = (url: string): NamedBytes => {
  const [, format, base64] = /^data:image\/([\w.+-]+)(?:;[^,]*)?;base64,(.*)$/su.exec(url) ?? [];
  if (format !== undefined && base64 !== undefined) {
    return {
      fileName: `image.${format.replace("jpeg", "jpg")}`,
      bytes: new Uint8Array(Buffer.from(base64, "base64")),
    };
  }
  throw new GumsaError("usage_invalid", "A picture comes as a data: URL of an image in base64.", {
    hint: "data:image/jpeg;base64,…: Gumsa fetches no address that a message names",
  });
};
