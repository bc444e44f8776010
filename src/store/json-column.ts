// JSON in a column passes its schema both ways: nothing is stored that could not be read again (NaN would
// become null), and what is read counts as coming from outside.
import type { z } from "zod";
import { GumsaError } from "../errors.ts";

export const toJson = (schema: z.ZodType, value: unknown): string => JSON.stringify(schema.parse(value));

/** Throws `store_damaged`; `what` names the row to the reader of the error. */
export const fromJson = <Output>(schema: z.ZodType<Output>, text: string, what: string): Output => {
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    throw new GumsaError("store_damaged", `The stored ${what} is not what Gumsa wrote.`, {
      hint: "Put back a copy of gumsa.sqlite, or remove and add again what is named here.",
      cause: error,
    });
  }
};
