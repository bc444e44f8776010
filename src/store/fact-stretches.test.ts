import { expect, it } from "vitest";
import { factStretches } from "./fact-stretches.ts";
import { createInspections } from "./inspections.ts";
import { openDatabase } from "./open-database.ts";
import { sampleInspection, temporaryHome } from "./testing/samples.ts";

it("gives each fact once, the newest first, those of one moment too", async () => {
  using home = temporaryHome();
  using database = await openDatabase(`${home.path}/gumsa.sqlite`, {});
  const inspections = createInspections(database);
  const moments = ["2026-01-01", "2026-01-02", "2026-01-02", "2026-01-02", "2026-01-03"];
  for (const [number, day] of moments.entries())
    await inspections.add(sampleInspection(number, { createdAt: `${day}T00:00:00.000Z` }));
  const all = (await inspections.list({ limit: 9 })).map(({ id }) => id);

  const stretches: string[][] = [];
  for await (const stretch of factStretches(database, undefined, 2)) {
    const facts = database.build.selectFrom("inspectionFact").select("inspection").where(stretch);
    stretches.push(
      database
        .rows(facts.orderBy("createdAt", "desc").orderBy("inspection", "desc"))
        .map((fact) => fact.inspection),
    );
  }
  expect(stretches.map(({ length }) => length)).toEqual([2, 2, 1]);
  expect(stretches.flat()).toEqual(all);
});
