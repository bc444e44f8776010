import type { SuiteContext } from "../../context.ts";
import type { Section } from "../../section.ts";
import type { MeasuredAnomaly } from "./result.ts";

export const anomalySections = async (
  measured: readonly MeasuredAnomaly[],
  context: SuiteContext,
): Promise<Section[]> => [];
