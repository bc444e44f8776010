// What the package offers to programs.
export { type Config, loadConfig } from "./config.ts";
export { Inspection } from "./domain/inspection.ts";
export { GumsaError } from "./errors.ts";
export { createInspector, type Inspector } from "./inspector.ts";
export { createLog } from "./log.ts";
