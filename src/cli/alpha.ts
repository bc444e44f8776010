import { InvalidArgumentError } from "commander";
import { Alpha } from "../domain/product.ts";
import type { Context } from "./context.ts";

/** Reads a rate of false alarms from an option. */
export const parseAlpha =
  ({ words }: Pick<Context, "words">) =>
  (text: string): number => {
    const alpha = Alpha.safeParse(text.trim() === "" ? undefined : Number(text));
    if (!alpha.success) throw new InvalidArgumentError(words.product.alphaInvalid);
    return alpha.data;
  };
