import { randomBytes } from "node:crypto";

/** Sorts by time: nine digits of milliseconds in base 36, then chance. */
export const newId = (kind: "insp" | "job" | "hook" | "batch" | "chat"): string => {
  const chance = BigInt(`0x${randomBytes(8).toString("hex")}`);
  return `${kind}_${Date.now().toString(36).padStart(9, "0")}${chance.toString(36).padStart(13, "0").slice(-11)}`;
};
