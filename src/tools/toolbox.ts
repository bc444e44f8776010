// Every tool, bound to what it works with. The one list that nodes, chat, MCP and HTTP draw from.
import { addManuals } from "./add-manuals.ts";
import { compareReference } from "./compare-reference.ts";
import { type BoundTool, bindTool } from "./define-tool.ts";
import { detectAnomaly } from "./detect-anomaly.ts";
import { drawFinding } from "./draw-finding.ts";
import { findGuidance } from "./find-guidance.ts";
import { gradeCapture } from "./grade-capture.ts";
import { openImage } from "./open-image.ts";
import { preparePicture } from "./prepare-picture.ts";
import { readManualPage } from "./read-manual-page.ts";
import { recordFeedback } from "./record-feedback.ts";
import { recordInspection } from "./record-inspection.ts";
import { registerProduct } from "./register-product.ts";
import { searchManual } from "./search-manual.ts";
import type { ToolDeps } from "./tool-deps.ts";

const TOOLS = {
  openImage,
  gradeCapture,
  detectAnomaly,
  compareReference,
  searchManual,
  findGuidance,
  readManualPage,
  drawFinding,
  preparePicture,
  registerProduct,
  addManuals,
  recordInspection,
  recordFeedback,
} as const;

export type Toolbox = { readonly [Name in keyof typeof TOOLS]: BoundTool<(typeof TOOLS)[Name]> };

export const createToolbox = (deps: ToolDeps): Toolbox => ({
  openImage: bindTool(openImage, deps),
  gradeCapture: bindTool(gradeCapture, deps),
  detectAnomaly: bindTool(detectAnomaly, deps),
  compareReference: bindTool(compareReference, deps),
  searchManual: bindTool(searchManual, deps),
  findGuidance: bindTool(findGuidance, deps),
  readManualPage: bindTool(readManualPage, deps),
  drawFinding: bindTool(drawFinding, deps),
  preparePicture: bindTool(preparePicture, deps),
  registerProduct: bindTool(registerProduct, deps),
  addManuals: bindTool(addManuals, deps),
  recordInspection: bindTool(recordInspection, deps),
  recordFeedback: bindTool(recordFeedback, deps),
});
