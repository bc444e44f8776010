import type { Progress } from "../inspector.ts";

export interface RequestRun extends Progress {
  /** Told when a node of the graph has done its part. */
  readonly onNode?: (node: string) => void;
}

/** The reason of an abort after which the same request goes on later from its last checkpoint. */
export const PARKED = "parked";
