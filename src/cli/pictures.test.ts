import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { wordsIn } from "./messages.ts";
import { listPictures } from "./pictures.ts";
import { temporaryFolder } from "./testing/command-line.ts";

const listIn = async (files: readonly string[]): Promise<string[]> => {
  using folder = temporaryFolder();
  for (const file of files) {
    mkdirSync(dirname(join(folder.path, file)), { recursive: true });
    writeFileSync(join(folder.path, file), "");
  }
  const found = await listPictures(folder.path, wordsIn("en"));
  return found.map((path) => relative(folder.path, path));
};

describe("listPictures", () => {
  it("finds every picture below the folder, sorted", async () => {
    const files = ["b.png", "a/2.JPG", "a/1.tiff", "c.avif", "notes.txt", "a/types.json"];
    expect(await listIn(files)).toEqual(["a/1.tiff", "a/2.JPG", "b.png", "c.avif"]);
  });

  it("leaves out hidden files and the folders of earlier results", async () => {
    const files = [
      "a.png",
      "._a.png",
      ".trash/b.png",
      "gumsa-out/x/inspection.json",
      "gumsa-out/x/overlay.png",
    ];
    expect(await listIn(files)).toEqual(["a.png"]);
  });

  it("refuses a folder without pictures, one that is not there and one that is a file", async () => {
    await expect(listIn(["notes.txt"])).rejects.toMatchObject({ code: "folder_without_pictures" });
    const missing = listPictures("/nowhere/at/all", wordsIn("en"));
    await expect(missing).rejects.toMatchObject({ code: "file_not_found" });
    const file = listPictures(import.meta.filename, wordsIn("en"));
    await expect(file).rejects.toMatchObject({ code: "file_unreadable" });
  });
});
