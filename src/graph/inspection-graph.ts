// The product on one page: what happens to a picture, in which order, and where the ways part.
import type { BaseCheckpointSaver } from "@langchain/langgraph";
import { END, START, StateGraph } from "@langchain/langgraph";
import { checkReport } from "../nodes/check-report.ts";
import { classifyViews } from "../nodes/classify-views.ts";
import { compareReference } from "../nodes/compare-reference.ts";
import { consultManual } from "../nodes/consult-manual.ts";
import { describeImage } from "../nodes/describe-image.ts";
import { detectAnomalyNode } from "../nodes/detect-anomaly.ts";
import { findSimilarNode } from "../nodes/find-similar.ts";
import { gradeCaptureNode } from "../nodes/grade-capture.ts";
import { groundDefectsNode } from "../nodes/ground-defects.ts";
import type { NodeDeps } from "../nodes/node.ts";
import { openImages } from "../nodes/open-images.ts";
import { recallHistoryNode } from "../nodes/recall-history.ts";
import { recordInspectionNode } from "../nodes/record-inspection.ts";
import { timed } from "../nodes/timed.ts";
import { weighEvidence } from "../nodes/weigh-evidence.ts";
import { writeReport } from "../nodes/write-report.ts";
import { ADVISERS, afterGrading, afterOpinion, afterWeighing, FIRST_READERS } from "./routes.ts";
import { InspectionState } from "./state.ts";

/** Readers of a wave run side by side; a wave begins when all of the one before it have spoken. */
export const buildInspectionGraph = (deps: NodeDeps, checkpointer?: BaseCheckpointSaver) =>
  new StateGraph(InspectionState)
    .addNode("openImages", timed("openImages", openImages(deps)))
    .addNode("gradeCapture", timed("gradeCapture", gradeCaptureNode(deps)))
    .addNode("detectAnomaly", timed("detectAnomaly", detectAnomalyNode(deps)))
    .addNode("findSimilar", timed("findSimilar", findSimilarNode(deps)))
    .addNode("classifyViews", timed("classifyViews", classifyViews()))
    .addNode("describeImage", timed("describeImage", describeImage(deps)))
    .addNode("compareReference", timed("compareReference", compareReference(deps)))
    .addNode("groundDefects", timed("groundDefects", groundDefectsNode(deps)))
    .addNode("weighEvidence", timed("weighEvidence", weighEvidence()), { defer: true })
    .addNode("consultManual", timed("consultManual", consultManual(deps)))
    .addNode("recallHistory", timed("recallHistory", recallHistoryNode(deps)))
    .addNode("writeReport", timed("writeReport", writeReport(deps)), { defer: true })
    .addNode("checkReport", timed("checkReport", checkReport(deps)))
    .addNode("recordInspection", recordInspectionNode(deps))
    .addEdge(START, "openImages")
    .addEdge("openImages", "gradeCapture")
    .addConditionalEdges("gradeCapture", afterGrading, [...FIRST_READERS, "weighEvidence"])
    .addEdge("detectAnomaly", "compareReference")
    .addEdge("findSimilar", "compareReference")
    .addEdge("classifyViews", "compareReference")
    .addEdge("detectAnomaly", "groundDefects")
    .addEdge("findSimilar", "groundDefects")
    .addEdge("classifyViews", "groundDefects")
    .addEdge("compareReference", "weighEvidence")
    .addEdge("groundDefects", "weighEvidence")
    .addConditionalEdges("weighEvidence", afterWeighing, ["describeImage", ...ADVISERS, "writeReport"])
    .addConditionalEdges("describeImage", afterOpinion, [...ADVISERS, "writeReport"])
    .addEdge("consultManual", "writeReport")
    .addEdge("recallHistory", "writeReport")
    .addEdge("writeReport", "checkReport")
    .addEdge("checkReport", "recordInspection")
    .addEdge("recordInspection", END)
    .compile({ ...(checkpointer && { checkpointer }) });
