import BetterSqlite from "better-sqlite3";
import { Kysely, Migrator, SqliteDialect } from "kysely";
import { expect, it, onTestFinished } from "vitest";
import { createBanks } from "./banks.ts";
import { Database } from "./database.ts";
import { firstTables } from "./migrations/0001-first-tables.ts";
import { migrate } from "./migrations.ts";
import { createInspections } from "./inspections.ts";
import { createProducts } from "./products.ts";
import { sampleBank, sampleInspection, sampleProduct } from "./testing/samples.ts";

const firstVersion = async (): Promise<Database> => {
  const database = new Database(new BetterSqlite(":memory:"));
  onTestFinished(() => database[Symbol.dispose]());
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database: database.sqlite }) });
  const provider = { getMigrations: async () => ({ "0001-first-tables": firstTables }) };
  expect((await new Migrator({ db, provider }).migrateToLatest()).error).toBeUndefined();
  return database;
};

it("keeps what the first version stored, and gives cases and vectors a place", async () => {
  const database = await firstVersion();
  const { spots: _, ...earlierBank } = sampleBank();
  const insert = (table: string, values: readonly unknown[]) =>
    database.sqlite
      .prepare(`INSERT INTO ${table} VALUES (${values.map(() => "?").join(", ")})`)
      .run(...values);
  insert("product", ["casting", JSON.stringify(sampleProduct())]);
  insert("bank", ["casting", "front", JSON.stringify(earlierBank)]);
  const { id, createdAt, product, verdict } = sampleInspection(1);
  insert("inspection", [id, createdAt, product, verdict.kind, JSON.stringify(sampleInspection(1))]);

  await migrate(database.sqlite);

  expect(await createProducts(database).get("casting")).toEqual(sampleProduct());
  expect(await createBanks(database).get("casting", "front")).toEqual(sampleBank({ spots: [] }));
  const inspections = createInspections(database);
  expect(await inspections.list({ text: "part.jpg", limit: 2 })).toEqual([sampleInspection(1)]);
  expect(await inspections.stats({})).toMatchObject({ inspections: 1, byModel: [{ model: "rule" }] });
  const names = database.sqlite.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all();
  expect(names).toEqual(expect.arrayContaining(["defectCase", "caseSequence", "vector", "vectorSet"]));
  await migrate(database.sqlite);
});
