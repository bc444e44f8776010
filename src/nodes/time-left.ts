import type { InspectionRequest } from "../domain/inspection.ts";

/** When the inspection has to be done, in milliseconds since 1970; undefined where nothing was asked. */
export const endOf = ({ createdAt, deadlineMs }: InspectionRequest): number | undefined =>
  deadlineMs === undefined ? undefined : Date.parse(createdAt) + deadlineMs;

export const isOver = (endsAtMs: number | undefined): boolean =>
  endsAtMs !== undefined && Date.now() >= endsAtMs;
