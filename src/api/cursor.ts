// Where a list goes on. Opaque to callers, so that the order may change one day.
import { z } from "@hono/zod-openapi";
import { Inspection } from "../domain/inspection.ts";
import type { InspectionPlace } from "../domain/inspection-filter.ts";
import { checked, parsedJson } from "./form.ts";

const Place = z.tuple([Inspection.shape.createdAt, Inspection.shape.id]);

export const cursorOf = ({ createdAt, id }: InspectionPlace): string =>
  Buffer.from(JSON.stringify([createdAt, id])).toString("base64url");

/** Throws `usage_invalid`. */
export const placeOf = (cursor: string): InspectionPlace => {
  const [createdAt, id] = checked(Place, parsedJson(Buffer.from(cursor, "base64url").toString(), "cursor"));
  return { createdAt, id };
};
