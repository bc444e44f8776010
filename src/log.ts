// Logs go to standard error, so that standard output carries results and protocol only.
import { destination, type Logger, pino } from "pino";

export type Log = Pick<Logger, "debug" | "info" | "warn" | "error">;

export const LOG_LEVELS = ["silent", "error", "warn", "info", "debug"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export const createLog = (level: LogLevel): Log =>
  pino({ name: "gumsa", level }, destination({ dest: 2, sync: true }));
