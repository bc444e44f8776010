import type { InspectionRequest } from "../domain/inspection.ts";
import { RULE_WRITER } from "../domain/language-model.ts";
import type { Parts } from "./parts.ts";

/** Has the first language model that will be asked loaded while the picture is read. Disposing stops waiting for it. */
export const preload = (
  { writer, opinion }: InspectionRequest,
  { chat, preload }: Pick<Parts, "chat" | "preload">,
): Disposable => {
  const controller = new AbortController();
  const name = opinion ?? writer;
  // What goes wrong shows again, and is told, when the model is asked.
  if (preload && name !== RULE_WRITER) chat.preload(name, { signal: controller.signal }).catch(() => {});
  return { [Symbol.dispose]: () => controller.abort() };
};
