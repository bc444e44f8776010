import type { Bank } from "./bank-keeper.ts";
import type { ToolContext } from "./define-tool.ts";

/** Once a bank is stored: makes what searches and boxes need of it. What is missing is made by the first search. */
export const describePictures = async (banks: readonly Bank[], context: ToolContext): Promise<void> => {
  const onProgress = (share: number) => context.onProgress?.("describe_pictures", share);
  for (const bank of banks) {
    await context.vectors.complete(bank, { onProgress, signal: context.signal });
    await context.grounders.of(bank, onProgress);
  }
};
