import { asReader } from "./as-reader.ts";

export const compareReference = () =>
  asReader("compareReference", async () => ({
    skipped: "reference comparison is not part of this version yet",
  }));
