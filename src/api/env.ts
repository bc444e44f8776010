import type { ApiKey } from "../domain/api-key.ts";
import type { Inspector } from "../inspector.ts";
import type { Log } from "../log.ts";

/** Who calls. */
export type Principal = Pick<ApiKey, "name" | "role">;

/** What a request carries along. */
export interface ApiEnv {
  Variables: { principal: Principal; requestId: string };
}

export interface ApiDeps {
  readonly inspector: Inspector;
  readonly log: Log;
}

export interface AppOptions extends ApiDeps {
  readonly limits: {
    readonly bodyBytes: number;
    /** For each key; left out or 0 for no limit. */
    readonly requestsPerMinute?: number;
  };
}
