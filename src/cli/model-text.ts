import type { ModelSummary } from "../inspector.ts";
import type { Context } from "./context.ts";

const NAME_WIDTH = 24;

export const modelLine = (model: ModelSummary, { words }: Context): string => {
  const { states, origins, pullHint } = words.models;
  const size = model.sizeBytes === undefined ? [] : [`${(model.sizeBytes / 1e6).toFixed(1)} MB`];
  const facts = [model.task, origins[model.origin], ...size, model.licence].join(", ");
  const hint = model.state === "missing" && model.origin === "hub" ? `  (${pullHint(model.name)})` : "";
  return `${model.name.padEnd(NAME_WIDTH)}[${states[model.state]}] ${facts}${hint}`;
};

/** With where it lies, what it cannot do, and what nobody confirmed. */
export const modelText = (model: ModelSummary, context: Context): string => {
  const { unverified } = context.words.models;
  const doubts = model.unverified.length > 0 ? [`  ${unverified(model.unverified.join("; "))}`] : [];
  return [modelLine(model, context), `  ${model.folder}`, `  ${model.limits}`, ...doubts].join("\n");
};
