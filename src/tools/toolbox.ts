// Every tool, bound to what it works with. The one list that nodes, chat, MCP and HTTP draw from.
import { addCases } from "./add-cases.ts";
import { addManuals } from "./add-manuals.ts";
import { changeModel } from "./change-model.ts";
import { compareReference } from "./compare-reference.ts";
import { auditReferences } from "./audit-references.ts";
import { type BoundTool, bindTool, type ToolRun } from "./define-tool.ts";
import { countInspections } from "./count-inspections.ts";
import { cutPicture } from "./cut-picture.ts";
import { detectAnomaly } from "./detect-anomaly.ts";
import { drawMask } from "./draw-mask.ts";
import { drawFinding } from "./draw-finding.ts";
import { drawManualPage } from "./draw-manual-page.ts";
import { addReferences, removeReferences } from "./edit-references.ts";
import { explainNumber } from "./explain-number.ts";
import { findGuidance } from "./find-guidance.ts";
import { findSimilar } from "./find-similar.ts";
import { gradeCapture } from "./grade-capture.ts";
import { groundDefects } from "./ground-defects.ts";
import { ignoreArea } from "./ignore-area.ts";
import { listCases } from "./list-cases.ts";
import { listEarlier } from "./list-earlier.ts";
import { listFeedback } from "./list-feedback.ts";
import { lookCloser } from "./look-closer.ts";
import { mapCoverage } from "./map-coverage.ts";
import { openImage } from "./open-image.ts";
import { preparePicture } from "./prepare-picture.ts";
import { readManualPage } from "./read-manual-page.ts";
import { rebuildIndex } from "./rebuild-index.ts";
import { recallHistory } from "./recall-history.ts";
import { recordFeedback } from "./record-feedback.ts";
import { recordInspection } from "./record-inspection.ts";
import { registerProduct } from "./register-product.ts";
import { removeCase } from "./remove-case.ts";
import { searchCases } from "./search-cases.ts";
import { searchManual } from "./search-manual.ts";
import { supposeLimit } from "./suppose-limit.ts";
import { timeNetwork } from "./time-network.ts";
import { completeDeps, type ToolBasics } from "./tool-deps.ts";

export const TOOLS = {
  openImage,
  gradeCapture,
  detectAnomaly,
  compareReference,
  findSimilar,
  groundDefects,
  searchManual,
  findGuidance,
  readManualPage,
  drawManualPage,
  mapCoverage,
  recallHistory,
  drawFinding,
  drawMask,
  cutPicture,
  preparePicture,
  registerProduct,
  addReferences,
  removeReferences,
  auditReferences,
  addManuals,
  addCases,
  listCases,
  searchCases,
  removeCase,
  changeModel,
  rebuildIndex,
  recordInspection,
  recordFeedback,
  timeNetwork,
  countInspections,
  explainNumber,
  ignoreArea,
  listEarlier,
  listFeedback,
  lookCloser,
  supposeLimit,
} as const;

export type Toolbox = { readonly [Name in keyof typeof TOOLS]: BoundTool<(typeof TOOLS)[Name]> };

export type ToolName = keyof Toolbox;
type Inputs = { readonly [Name in ToolName]: Parameters<Toolbox[Name]>[0] };
type Outputs = { readonly [Name in ToolName]: ReturnType<Toolbox[Name]> };
/** Each as a function, whichever it is. */
export type CallableTools = {
  readonly [Name in ToolName]: (input: Inputs[Name], run?: ToolRun) => Outputs[Name];
};

/** A call by name, its input and output those of the named tool. */
export type CallTool = <Name extends ToolName>(
  name: Name,
  input: Inputs[Name],
  run?: ToolRun,
) => Outputs[Name];

export const callerOf =
  (tools: CallableTools): CallTool =>
  (name, input, run) =>
    tools[name](input, run);

export const createToolbox = (basics: ToolBasics): Toolbox => {
  const deps = completeDeps(basics);
  return {
    openImage: bindTool(openImage, deps),
    gradeCapture: bindTool(gradeCapture, deps),
    detectAnomaly: bindTool(detectAnomaly, deps),
    compareReference: bindTool(compareReference, deps),
    findSimilar: bindTool(findSimilar, deps),
    groundDefects: bindTool(groundDefects, deps),
    searchManual: bindTool(searchManual, deps),
    findGuidance: bindTool(findGuidance, deps),
    readManualPage: bindTool(readManualPage, deps),
    drawManualPage: bindTool(drawManualPage, deps),
    mapCoverage: bindTool(mapCoverage, deps),
    recallHistory: bindTool(recallHistory, deps),
    drawMask: bindTool(drawMask, deps),
    drawFinding: bindTool(drawFinding, deps),
    cutPicture: bindTool(cutPicture, deps),
    preparePicture: bindTool(preparePicture, deps),
    registerProduct: bindTool(registerProduct, deps),
    addReferences: bindTool(addReferences, deps),
    removeReferences: bindTool(removeReferences, deps),
    auditReferences: bindTool(auditReferences, deps),
    addManuals: bindTool(addManuals, deps),
    addCases: bindTool(addCases, deps),
    listCases: bindTool(listCases, deps),
    searchCases: bindTool(searchCases, deps),
    rebuildIndex: bindTool(rebuildIndex, deps),
    changeModel: bindTool(changeModel, deps),
    removeCase: bindTool(removeCase, deps),
    recordInspection: bindTool(recordInspection, deps),
    recordFeedback: bindTool(recordFeedback, deps),
    timeNetwork: bindTool(timeNetwork, deps),
    countInspections: bindTool(countInspections, deps),
    explainNumber: bindTool(explainNumber, deps),
    ignoreArea: bindTool(ignoreArea, deps),
    listEarlier: bindTool(listEarlier, deps),
    listFeedback: bindTool(listFeedback, deps),
    lookCloser: bindTool(lookCloser, deps),
    supposeLimit: bindTool(supposeLimit, deps),
  };
};
