import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { wordsIn } from "./messages.ts";
import { temporaryFolder } from "./testing/command-line.ts";
import { readTypes } from "./types-file.ts";

const read = async (content: string): Promise<unknown> => {
  using folder = temporaryFolder();
  const path = join(folder.path, "types.json");
  writeFileSync(path, content);
  return await readTypes(path, wordsIn("en"));
};

const HOLE = { code: "hole", names: { ko: "기공", en: "Hole" } };

describe("readTypes", () => {
  it("reads the list, synonyms being optional", async () => {
    expect(await read(JSON.stringify([HOLE]))).toEqual([{ ...HOLE, synonyms: { ko: [], en: [] } }]);
  });

  it.each([
    ["not JSON", "{", /^types\.json is not a list of defect types: .+JSON/],
    ["a missing name", JSON.stringify([HOLE, { code: "burr", names: { en: "Burr" } }]), /\[1\]\.names\.ko: /],
    ["a code that stands twice", JSON.stringify([HOLE, HOLE]), /each code once/],
  ])("refuses %s and says where", async (_, content, message) => {
    const code = "types_invalid";
    await expect(read(content)).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });
});
