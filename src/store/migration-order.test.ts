import BetterSqlite from "better-sqlite3";
import type { Migration } from "kysely";
import { sql } from "kysely";
import { expect, it, onTestFinished } from "vitest";
import { migrate } from "./migrations.ts";

const table = (name: string): Migration => ({
  up: async (database) => void (await sql.raw(`CREATE TABLE ${name} (id INTEGER)`).execute(database)),
});
const [first, second, third] = ["first", "second", "third"].map(table);
if (!first || !second || !third) throw new Error("three tables were made");

it("runs an earlier migration that comes to a file after a later one", async () => {
  const sqlite = new BetterSqlite(":memory:");
  onTestFinished(() => void sqlite.close());
  await migrate(sqlite, { "0001": first, "0003": third });
  await migrate(sqlite, { "0001": first, "0002": second, "0003": third });
  const names = sqlite.prepare("SELECT name FROM kysely_migration ORDER BY name").pluck().all();
  expect(names).toEqual(["0001", "0002", "0003"]);
  expect(() => sqlite.prepare("SELECT * FROM second").all()).not.toThrow();
});
