import { expect, it } from "vitest";
import type { RetentionRules } from "../domain/retention.ts";
import { commandLine } from "./testing/command-line.ts";
import { fakeInspector } from "./testing/fake-inspector.ts";

it("sets rules of retention, and takes nothing that is none", async () => {
  const set: RetentionRules[] = [];
  const { retention } = fakeInspector();
  const inspector = fakeInspector({
    retention: { ...retention, setRules: async (rules) => void set.push(rules) },
  });
  const command = ["retention", "set", "--pictures", "pass=30,review=90d", "--inspections", "pass=365"];
  expect(await commandLine(command, { inspector })).toMatchObject({
    exitCode: 0,
    stdout: expect.stringContaining("pictures of review: deleted after 90 days"),
  });
  expect(set).toEqual([{ pictures: { pass: 30, review: 90 }, inspections: { pass: 365 } }]);
  for (const rules of ["pass", "pass=0", "good=3", "pass=1.5", ""]) {
    expect(await commandLine(["retention", "set", "--pictures", rules], { inspector })).toMatchObject({
      exitCode: 2,
    });
  }
  expect((await commandLine(["retention", "run"], { inspector })).stdout).toContain(
    "pictures of 3 inspections",
  );
});

it("shows the secret of a webhook when it is added, and not in the list", async () => {
  expect((await commandLine(["webhooks", "add", "https://line.example/alarm"])).stdout).toContain(
    "whsec_secret",
  );
  expect((await commandLine(["webhooks", "list"])).stdout).toMatch(/^hook_0+ {2}fail {2}\* {2}https:/);
});

it("says what was backed up", async () => {
  expect((await commandLine(["backup", "/tmp/anywhere"])).stdout).toContain("12 files (3.0 MB)");
});
