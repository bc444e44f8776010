import { type Ground, groundFacts } from "../../chat/ground.ts";
import type { Fact } from "../../domain/follow-up.ts";
import { type CheckContext, namesOf } from "../../report/check-report.ts";
import { citedPages } from "../cited-pages.ts";
import type { ChatDeps, ChatRun } from "./chat-node.ts";

/** What an answer is checked against: the record, what the conversation found, and the cited pages. */
export const answerContext = async (
  ground: Ground,
  found: readonly Fact[],
  { tools, ...run }: Pick<ChatDeps, "tools"> & ChatRun,
): Promise<CheckContext> => {
  const evidence = [...ground.inspection.evidence, ...found];
  const manuals = evidence.filter((fact) => fact.kind === "manual");
  const pageText = await citedPages(manuals, (page) => tools.readManualPage(page, { signal: run.signal }));
  const files = ground.inspection.images.map(({ fileName }) => fileName);
  const names = [...namesOf(ground.product), ...files, ground.inspection.id];
  return { ...groundFacts(ground), evidence, names, pageText };
};
