// Everything that is asked under /v1, one file a resource.
import type { ApiDeps } from "./env.ts";
import { createRouter } from "./router.ts";
import { auditRoutes } from "./routes/audit.ts";
import { batchRoutes } from "./routes/batches.ts";
import { calibrationRoutes } from "./routes/calibration.ts";
import { caseRoutes } from "./routes/cases.ts";
import { chatRoutes } from "./routes/chat.ts";
import { defectTypeRoutes } from "./routes/defect-types.ts";
import { feedbackRoutes } from "./routes/feedback.ts";
import { inspectionEventRoutes } from "./routes/inspection-events.ts";
import { inspectionImageRoutes } from "./routes/inspection-images.ts";
import { inspectionListRoutes } from "./routes/inspection-list.ts";
import { inspectionReportRoutes } from "./routes/inspection-reports.ts";
import { inspectionRoutes } from "./routes/inspections.ts";
import { jobRoutes } from "./routes/jobs.ts";
import { keyRoutes } from "./routes/keys.ts";
import { manualRoutes } from "./routes/manuals.ts";
import { modelCardRoutes } from "./routes/model-cards.ts";
import { productIndexRoutes } from "./routes/product-index.ts";
import { productRoutes } from "./routes/products.ts";
import { referenceRoutes } from "./routes/references.ts";
import { reinspectionRoutes } from "./routes/reinspections.ts";
import { toolRoutes } from "./routes/tools.ts";
import { webhookRoutes } from "./routes/webhooks.ts";
import { writerRoutes } from "./routes/writers.ts";

const RESOURCES = [
  inspectionRoutes,
  inspectionListRoutes,
  inspectionEventRoutes,
  inspectionImageRoutes,
  inspectionReportRoutes,
  reinspectionRoutes,
  chatRoutes,
  feedbackRoutes,
  batchRoutes,
  productRoutes,
  referenceRoutes,
  caseRoutes,
  manualRoutes,
  defectTypeRoutes,
  calibrationRoutes,
  productIndexRoutes,
  modelCardRoutes,
  writerRoutes,
  toolRoutes,
  jobRoutes,
  keyRoutes,
  auditRoutes,
  webhookRoutes,
];

export const resourceRoutes = (deps: ApiDeps) => {
  const routes = createRouter();
  for (const routesOf of RESOURCES) routes.route("/", routesOf(deps));
  return routes;
};
