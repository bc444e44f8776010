// Every tool, bound to what it works with. The one list that nodes, chat, MCP and HTTP draw from.
import { addCases } from "./add-cases.ts";
import { addManuals } from "./add-manuals.ts";
import { changeModel } from "./change-model.ts";
import { compareReference } from "./compare-reference.ts";
import { type BoundTool, bindTool } from "./define-tool.ts";
import { detectAnomaly } from "./detect-anomaly.ts";
import { drawFinding } from "./draw-finding.ts";
import { findGuidance } from "./find-guidance.ts";
import { findSimilar } from "./find-similar.ts";
import { gradeCapture } from "./grade-capture.ts";
import { listCases } from "./list-cases.ts";
import { openImage } from "./open-image.ts";
import { preparePicture } from "./prepare-picture.ts";
import { readManualPage } from "./read-manual-page.ts";
import { recordFeedback } from "./record-feedback.ts";
import { recordInspection } from "./record-inspection.ts";
import { registerProduct } from "./register-product.ts";
import { removeCase } from "./remove-case.ts";
import { searchCases } from "./search-cases.ts";
import { searchManual } from "./search-manual.ts";
import { completeDeps, type ToolBasics } from "./tool-deps.ts";

const TOOLS = {
  openImage,
  gradeCapture,
  detectAnomaly,
  compareReference,
  findSimilar,
  searchManual,
  findGuidance,
  readManualPage,
  drawFinding,
  preparePicture,
  registerProduct,
  addManuals,
  addCases,
  listCases,
  searchCases,
  removeCase,
  changeModel,
  recordInspection,
  recordFeedback,
} as const;

export type Toolbox = { readonly [Name in keyof typeof TOOLS]: BoundTool<(typeof TOOLS)[Name]> };

export const createToolbox = (basics: ToolBasics): Toolbox => {
  const deps = completeDeps(basics);
  return {
    openImage: bindTool(openImage, deps),
    gradeCapture: bindTool(gradeCapture, deps),
    detectAnomaly: bindTool(detectAnomaly, deps),
    compareReference: bindTool(compareReference, deps),
    findSimilar: bindTool(findSimilar, deps),
    searchManual: bindTool(searchManual, deps),
    findGuidance: bindTool(findGuidance, deps),
    readManualPage: bindTool(readManualPage, deps),
    drawFinding: bindTool(drawFinding, deps),
    preparePicture: bindTool(preparePicture, deps),
    registerProduct: bindTool(registerProduct, deps),
    addManuals: bindTool(addManuals, deps),
    addCases: bindTool(addCases, deps),
    listCases: bindTool(listCases, deps),
    searchCases: bindTool(searchCases, deps),
    changeModel: bindTool(changeModel, deps),
    removeCase: bindTool(removeCase, deps),
    recordInspection: bindTool(recordInspection, deps),
    recordFeedback: bindTool(recordFeedback, deps),
  };
};
