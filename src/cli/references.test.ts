import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ProductAudit } from "../domain/product-audit.ts";
import type { Inspector } from "../inspector.ts";
import { commandLine, temporaryFolder } from "./testing/command-line.ts";
import { fakeInspector } from "./testing/fake-inspector.ts";

const fake = fakeInspector();

describe("gumsa references", () => {
  it("hands over the pictures of files and folders", async () => {
    using folder = temporaryFolder();
    for (const name of ["b.png", "a.png", "note.txt"]) writeFileSync(join(folder.path, name), "x");
    const asked: string[][] = [];
    const add: Inspector["references"]["add"] = async (input) => {
      asked.push(input.pictures.map(({ fileName }) => fileName));
      return fake.references.add(input);
    };
    const inspector = fakeInspector({ references: { ...fake.references, add } });
    const argv = ["references", "add", "board", folder.path, join(folder.path, "a.png")];
    expect((await commandLine(argv, { inspector })).exitCode).toBe(0);
    expect(asked).toEqual([["a.png", "b.png", "a.png"]]);
  });

  it("says that nothing was changed where the pictures were there already", async () => {
    const { stdout } = await commandLine(["references", "remove", "board", "a.png"]);
    expect(stdout).toBe("Nothing was changed: they were there already.\n");
  });
});

describe("gumsa product audit", () => {
  const audited: ProductAudit = {
    product: "board",
    views: [
      {
        view: "front",
        references: 3,
        findings: [
          { kind: "too_few", pictures: [], references: 3, neededReferences: 19 },
          {
            kind: "mixed_sizes",
            pictures: [{ image: `sha256:${"0".repeat(64)}`, fileName: "small.png" }],
            sizes: [
              { widthPx: 64, heightPx: 48, count: 2 },
              { widthPx: 32, heightPx: 24, count: 1 },
            ],
          },
        ],
      },
    ],
    advice: { too_few: { ko: "더 추가하십시오.", en: "Add more." } },
  };
  const inspector = fakeInspector({ products: { ...fake.products, audit: async () => audited } });

  it("names each finding, and what to do about it once a kind", async () => {
    const { stdout } = await commandLine(["product", "audit", "board"], { inspector });
    expect(stdout.split("\n")).toEqual([
      "front: 3 good pictures, 2 findings",
      "  too few good pictures · 3 of 19",
      "    → Add more.",
      "  another size · small.png · sizes: 64 × 48 (2), 32 × 24 (1)",
      "",
    ]);
  });

  it("says it in Korean too", async () => {
    const { stdout } = await commandLine(["--lang", "ko", "product", "audit", "board"], { inspector });
    expect(stdout).toContain("    → 더 추가하십시오.");
  });
});

describe("gumsa product calibrate", () => {
  it("changes nothing on trial, and needs a rate for one", async () => {
    const argv = ["product", "calibrate", "board", "--trial"];
    expect((await commandLine(argv)).exitCode).toBe(2);
    const { stdout } = await commandLine([...argv, "--alpha", "0.1"]);
    expect(stdout).toContain("0.05 → 0.1, a trial. Nothing was changed.");
  });

  it.each(["0", "0.5", "five", ""])("refuses the rate %j", async (rate) => {
    const { exitCode, stderr } = await commandLine(["product", "calibrate", "board", "--alpha", rate]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("between 0 and 0.5");
  });

  it("writes the page where it is told to", async () => {
    using folder = temporaryFolder();
    const file = join(folder.path, "page.html");
    const { stderr } = await commandLine(["product", "calibrate", "board", "--out", file]);
    expect(stderr).toContain(`Written to ${file}`);
  });
});
