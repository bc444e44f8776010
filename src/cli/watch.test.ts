import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import type { Job } from "../domain/job.ts";
import type { InspectInput, Inspector } from "../inspector.ts";
import { commandLine, type Ended, temporaryFolder } from "./testing/command-line.ts";
import { fakeInspector, sampleInspection } from "./testing/fake-inspector.ts";

const newFolder = (): string => {
  const folder = temporaryFolder();
  onTestFinished(() => folder[Symbol.dispose]());
  return folder.path;
};

/** Accepts every content once; one of the word `damaged` ends in an error. */
const lineInspector = (seen: string[]): Inspector => {
  const jobs = new Map<string, Job>();
  const accept = async ({ images }: InspectInput, { request }: { request?: { key: string } }) => {
    const known = jobs.get(request?.key ?? "");
    if (known) return known;
    const [image] = images;
    const isDamaged = new TextDecoder().decode(image?.bytes) === "damaged";
    seen.push(image?.fileName ?? "");
    const [one] = await Promise.all([fakeInspector().jobs.get("")]);
    const id = `job_${String(jobs.size).padStart(20, "0")}`;
    const error = { code: "image_damaged", message: "It ends too early." };
    jobs.set(request?.key ?? "", {
      ...one,
      id,
      state: isDamaged ? "failed" : "done",
      ...(isDamaged && { error }),
    });
    return { ...one, id, state: "queued" as const };
  };
  const find = async (id: string): Promise<Job> => {
    const job = [...jobs.values()].find((other) => other.id === id);
    if (job) return job;
    throw new Error("an unknown job");
  };
  const { jobs: rest, inspections } = fakeInspector();
  return fakeInspector({
    jobs: { ...rest, inspect: accept, wait: find },
    inspections: { ...inspections, get: async () => sampleInspection("fail") },
  });
};

it("takes each content of the folder and those below it once, and names what is broken", async () => {
  const folder = newFolder();
  mkdirSync(join(folder, "shift-2"));
  for (const [name, content] of [
    ["a.png", "one"],
    ["b.png", "one"],
    ["c.png", "damaged"],
    ["shift-2/d.jpg", "two"],
    [".hidden.png", "three"],
    ["notes.txt", "four"],
  ] as const) {
    writeFileSync(join(folder, name), content);
  }
  const seen: string[] = [];
  const inspector = lineInspector(seen);
  const first = await commandLine(["watch", folder, "--once"], { inspector });
  expect([first.exitCode, seen]).toEqual([0, ["a.png", "c.png", "d.jpg"]]);
  expect(first.stdout).toContain("error   c.png  image_damaged: It ends too early.");
  expect(first.stdout).toMatch(/^fail {4}a\.png {2}insp_/m);
  expect(first.stderr).toContain("2 inspected, 1 known already, 1 not inspected.");
  const second = await commandLine(["watch", folder, "--once"], { inspector });
  expect(second.stderr).toContain("0 inspected, 4 known already, 0 not inspected.");
});

it("takes a file that is written slowly when it is whole, and ends when it is told", async () => {
  const folder = newFolder();
  const seen: string[] = [];
  const over = new AbortController();
  const ended: Promise<Ended> = commandLine(["watch", folder], {
    inspector: lineInspector(seen),
    signal: over.signal,
  });
  await new Promise((resolve) => setTimeout(resolve, 200));
  const path = join(folder, "slow.png");
  for (const part of ["h", "ha", "half", "half and half"]) {
    writeFileSync(path, part);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await expect.poll(() => seen, { timeout: 10_000 }).toEqual(["slow.png"]);
  over.abort();
  expect((await ended).stdout).toContain("slow.png");
});

it("adds a webhook for failed parts, and not a second time", async () => {
  const folder = newFolder();
  const added: string[] = [];
  const { webhooks } = fakeInspector();
  const inspector = fakeInspector({
    webhooks: {
      ...webhooks,
      add: async (input) => {
        added.push(input.url);
        return webhooks.add(input);
      },
    },
  });
  const run = (url: string) => commandLine(["watch", folder, "--once", "--webhook", url], { inspector });
  expect((await run("https://new.example/")).stderr).toContain("whsec_secret");
  await run("https://line.example/alarm");
  expect(added).toEqual(["https://new.example/"]);
});

it("refuses a folder that is not there", async () => {
  expect(await commandLine(["watch", join(newFolder(), "none")])).toMatchObject({ exitCode: 1 });
});
