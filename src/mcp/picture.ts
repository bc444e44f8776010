// A picture comes as a path, as base64, or as the address of a resource.
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { GumsaError } from "../errors.ts";
import type { NamedBytes } from "../inspector.ts";
import type { McpContext } from "./context.ts";
import { pictureAt } from "./stored-pictures.ts";

export const PictureInput = z
  .object({
    path: z.string().min(1).optional().describe("A file on this machine (only over stdio)."),
    data: z.string().min(1).optional().describe("The bytes as base64, or as a data: URL."),
    uri: z
      .string()
      .min(1)
      .optional()
      .describe("A resource: gumsa://inspections/ID/images/source, gumsa://cases/ID, or file:// over stdio."),
    fileName: z.string().max(255).optional().describe("What reports call a picture that comes as data."),
  })
  .describe("Exactly one of path, data and uri.");
export type PictureInput = z.infer<typeof PictureInput>;

/** Throws `usage_invalid`, and what reading throws. */
export const readPicture = async (
  { path, data, uri, fileName = "image" }: PictureInput,
  context: McpContext,
): Promise<NamedBytes> => {
  const given = [path, data, uri].filter((way) => way !== undefined);
  if (given.length !== 1) {
    throw new GumsaError("usage_invalid", "A picture takes exactly one of path, data and uri.", {
      hint: 'such as {"path": "/pictures/part.jpg"}',
    });
  }
  if (data !== undefined) return { bytes: bytesOf(data), fileName: shownName(fileName) };
  if (path !== undefined) return readLocal(path, context);
  if (uri?.startsWith("file:")) return readLocal(pathOf(uri), context);
  return pictureAt(uri ?? "", context.inspector);
};

const readLocal = (path: string, { readFile }: McpContext): Promise<NamedBytes> => {
  if (readFile) return readFile(path);
  throw new GumsaError("usage_invalid", "Over HTTP no file of the server's machine is read.", {
    hint: "send the picture's bytes as data, in base64",
  });
};

const bytesOf = (data: string): Uint8Array => {
  const base64 = /^data:[^,]*;base64,(.*)$/su.exec(data)?.[1] ?? data;
  if (/^[\w+/\s-]+={0,2}\s*$/u.test(base64)) return new Uint8Array(Buffer.from(base64, "base64"));
  throw new GumsaError("usage_invalid", "The data of the picture are not base64.", {
    hint: "encode the file's bytes, or name its path",
  });
};

const pathOf = (uri: string): string => {
  try {
    return fileURLToPath(uri);
  } catch (error) {
    throw new GumsaError("usage_invalid", `${uri} is not the address of a file.`, { cause: error });
  }
};

const shownName = (name: string): string => basename(name).replace(/\p{Cc}/gu, "") || "image";
