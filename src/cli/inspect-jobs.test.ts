import { describe, expect, it } from "vitest";
import { listJobs } from "./inspect-jobs.ts";
import { wordsIn } from "./messages.ts";

const list = (paths: readonly string[], views: readonly string[] = []) =>
  listJobs({ paths, views }, wordsIn("en"));

describe("listJobs", () => {
  it("makes one job of a picture, and a batch of several", async () => {
    expect(await list(["a.png"])).toMatchObject({ jobs: [{ file: "a.png" }], isBatch: false });
    expect(await list(["a.png", "b.png"])).toMatchObject({ isBatch: true });
  });

  it("makes one job of all views, the picture without a view being the front", async () => {
    const { jobs } = await list(["a.png"], ["side=folder/b=1.png"]);
    expect(jobs).toEqual([
      {
        file: "a.png, folder/b=1.png",
        images: [
          { path: "a.png", view: "front" },
          { path: "folder/b=1.png", view: "side" },
        ],
      },
    ]);
  });

  it.each([
    [[], []],
    [[], ["side"]],
    [[], ["side="]],
    [[], ["=a.png"]],
    [["a.png"], ["front=b.png"]],
  ])("refuses %j with the views %j", async (paths, views) => {
    await expect(list(paths, views)).rejects.toMatchObject({ code: "usage_invalid" });
  });
});
