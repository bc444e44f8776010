// A reader looks at the picture and says what it found. One that could not says why.
import { z } from "zod";

export const READERS = [
  "gradeCapture",
  "detectAnomaly",
  "findSimilar",
  "classifyViews",
  "describeImage",
  "compareReference",
  "groundDefects",
] as const;
export type ReaderName = (typeof READERS)[number];

export const ReaderStatus = z.object({
  status: z.enum(["ran", "skipped", "failed"]),
  /** Why it was skipped, or what went wrong. */
  reason: z.string().optional(),
  /** The error's code, of a failed reader (docs/errors.md). */
  code: z.string().optional(),
});
export type ReaderStatus = z.infer<typeof ReaderStatus>;
