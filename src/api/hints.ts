// What to do next, in the words of HTTP: the hints of these errors themselves speak of the command line.
import type { ErrorCode } from "../errors.ts";

export const HINTS: Partial<Record<ErrorCode, string>> = {
  product_required: "name one in the field product; leave it empty for the capture alone",
  product_unknown: "GET /v1/products lists them",
  product_exists: "choose another id, or DELETE the product first",
  inspection_unknown: "GET /v1/inspections lists them",
  thread_unknown: "GET /v1/inspections/{id}/chat lists them",
  case_unknown: "GET /v1/products/{product}/cases lists them",
  type_unknown: "name one of these, or add it with PUT /v1/products/{product}/types",
  manual_unknown: "GET /v1/products/{product}/manuals lists them",
  job_unknown: "GET /v1/jobs lists them",
  batch_unknown: "GET /v1/batches lists them",
  webhook_unknown: "GET /v1/webhooks lists them",
  key_name_unknown: "GET /v1/keys lists them",
  tool_unknown: "GET /v1/tools lists them",
  model_unknown: "GET /v1/model-cards lists them",
  adapter_unknown: "GET /v1/writers lists them",
};

/** For what a route does not take, unless the error knows better. */
export const DOCUMENT_HINT = "/openapi.json describes what the route takes";
