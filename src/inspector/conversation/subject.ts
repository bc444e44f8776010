// What a conversation is about, read from the conversation alone: its client keeps it, and nobody else does.
import { createHash } from "node:crypto";
import type { ChatThread } from "../../domain/chat.ts";
import { InspectionId } from "../../domain/inspection.ts";
import type { Inspector } from "../contract.ts";
import type { Turn } from "./turn.ts";

const MENTION = /insp_[0-9a-z]{20}/gu;
/** The newest, among which a picture is looked for. */
const RECENT = 200;

/** The inspection that was named last, else the newest one of the last picture. */
export const subjectOf = async (
  turns: readonly Turn[],
  { inspections }: Pick<Inspector, "inspections">,
): Promise<InspectionId | undefined> => {
  const named = turns.flatMap(({ text }) => text.match(MENTION) ?? []).at(-1);
  if (named !== undefined) return InspectionId.parse(named);
  const picture = turns.flatMap(({ pictures }) => pictures).at(-1);
  if (picture === undefined) return undefined;
  const hash = `sha256:${createHash("sha256").update(picture.bytes).digest("hex")}`;
  const recent = await inspections.list({ limit: RECENT });
  return recent.find(({ images }) => images.some(({ image }) => image.id === hash))?.id;
};

/** The conversation in which the same was asked before, in the same order, so that a follow-up is understood. */
export const threadOf = async (
  inspection: InspectionId,
  turns: readonly Turn[],
  { chat }: Pick<Inspector, "chat">,
): Promise<ChatThread["id"] | undefined> => {
  const asked = questionsOf(turns.slice(0, -1));
  if (asked.length === 0) return undefined;
  for (const { id, questions } of await chat.threads(inspection)) {
    if (questions !== asked.length) continue;
    const known = await chat.history(id);
    if (known.every(({ question }, i) => question === asked[i])) return id;
  }
  return undefined;
};

/** Of people, since the last picture. */
const questionsOf = (turns: readonly Turn[]): string[] => {
  const since = turns.findLastIndex(({ pictures }) => pictures.length > 0) + 1;
  return turns
    .slice(since)
    .filter(({ role }) => role === "user")
    .map(({ text }) => text.trim());
};
