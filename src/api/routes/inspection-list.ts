import { createRoute, z } from "@hono/zod-openapi";
import { InspectionFilter } from "../../domain/inspection-filter.ts";
import { InspectionStats } from "../../domain/inspection-stats.ts";
import { Feedback } from "../../domain/feedback.ts";
import { cursorOf, placeOf } from "../cursor.ts";
import type { ApiDeps } from "../env.ts";
import { json } from "../json.ts";
import { problems } from "../problem.ts";
import { createRouter } from "../router.ts";
import { InspectionDocument } from "../schemas.ts";

/** As a query says it. */
const Filter = z.strictObject({
  ...InspectionFilter.shape,
  rating: z.coerce.number().pipe(Feedback.shape.rating).optional(),
});

const listInspections = createRoute({
  method: "get",
  path: "/v1/inspections",
  tags: ["inspections"],
  summary: "The newest inspections first, by whatever they are to have in common",
  request: {
    query: Filter.extend({
      limit: z.coerce.number().int().min(1).max(200).default(50),
      cursor: z.string().max(200).optional().describe("`next` of the page before."),
    }),
  },
  responses: {
    200: json(
      z.object({
        inspections: z.array(InspectionDocument),
        next: z.string().optional().describe("Where the list goes on; absent at its end."),
      }),
      "A page. What is recorded meanwhile moves nothing from one page to another.",
    ),
    ...problems(),
  },
});

const getStats = createRoute({
  method: "get",
  path: "/v1/stats",
  tags: ["inspections"],
  summary: "What these inspections come to: verdicts, overrides, ratings, times",
  request: { query: Filter },
  responses: {
    200: json(InspectionStats.meta({ id: "InspectionStats" }), "Counted by the database."),
    ...problems(),
  },
});

export const inspectionListRoutes = ({ inspector }: ApiDeps) =>
  createRouter()
    .openapi(listInspections, async (context) => {
      const { limit, cursor, ...filter } = context.req.valid("query");
      const after = cursor === undefined ? undefined : placeOf(cursor);
      // One more than the page holds tells whether another page follows.
      const found = await inspector.inspections.list({ ...filter, after, limit: limit + 1 });
      const inspections = found.slice(0, limit);
      const last = inspections.at(-1);
      const next = found.length > limit && last ? { next: cursorOf(last) } : {};
      return context.json({ inspections, ...next }, 200);
    })
    .openapi(getStats, async (context) =>
      context.json(await inspector.stats(context.req.valid("query")), 200),
    );
