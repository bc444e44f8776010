// Runs the graph, from its last checkpoint where an earlier run was cut off, and tells what becomes known on the way.
import type { Inspection, InspectionRequest } from "../domain/inspection.ts";
import { InspectionEvent } from "../domain/inspection-event.ts";
import type { Product } from "../domain/product.ts";
import { type Report, SECTIONS, type Section } from "../domain/report.ts";
import type { Progress } from "./inputs.ts";
import type { Learned } from "../nodes/node.ts";
import { ownSignal } from "./own-signal.ts";
import type { Parts } from "./parts.ts";

export const followed = async (
  request: InspectionRequest,
  product: Product | null,
  { parts: { graph }, run: { signal, onEvent, onNode } }: { parts: Pick<Parts, "graph">; run: Progress },
): Promise<Inspection | undefined> => {
  const thread = { configurable: { thread_id: request.id } };
  const { next } = await graph.getState(thread);
  using own = ownSignal(signal);
  const stream = await graph.stream(next.length > 0 ? null : { request, product }, {
    ...thread,
    streamMode: ["updates", "custom"],
    signal: own.signal,
  });
  const tell = teller(onEvent);
  let inspection: Inspection | undefined;
  for await (const [mode, chunk] of stream) {
    if (mode === "custom") tell(InspectionEvent.parse(chunk));
    if (mode !== "updates") continue;
    for (const [node, learned] of Object.entries<Learned>(chunk)) {
      onNode?.(node);
      for (const event of eventsOf(node, learned)) tell(event);
      inspection = learned.inspection ?? inspection;
    }
  }
  return inspection;
};

const eventsOf = (node: string, { verdict, report }: Learned): InspectionEvent[] => {
  if (node === "weighEvidence" && verdict) return [{ kind: "verdict", verdict }];
  return node === "checkReport" && report ? sectionsOf(report) : [];
};

const sectionsOf = ({ sections, writer }: Report): InspectionEvent[] =>
  SECTIONS.map((section) => ({ kind: "section", section, writer, sentences: sections[section] }));

/** Each section once, as it came first; the record says what it is in the end. */
const teller = (onEvent: Progress["onEvent"]) => {
  const told = new Set<Section>();
  return (event: InspectionEvent): void => {
    if (event.kind === "section" && told.has(event.section)) return;
    if (event.kind === "section") told.add(event.section);
    onEvent?.(event);
  };
};
