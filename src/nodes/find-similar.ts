import { asReader } from "./as-reader.ts";

export const findSimilar = () =>
  asReader("findSimilar", async () => ({ skipped: "similarity search is not part of this version yet" }));
