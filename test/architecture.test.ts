// Reads every import under src/ and evals/ and fails on a breach of the layer rule.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../src/package-root.ts";

const root = packageRoot();

interface File {
  /** From the package's folder. */
  readonly path: string;
  readonly text: string;
  readonly lines: number;
  /** Paths of the project's own files, and names of packages. */
  readonly imports: readonly string[];
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)[^"';]*?from\s+"([^"]+)"|import\(\s*"([^"]+)"\s*\)|(?:^|\n)import\s+"([^"]+)"/g;

const files: File[] = ["src", "evals"]
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((path) => join(folder, path)),
  )
  .filter((path) => /\.[tj]s$/.test(path))
  .filter((path) => !/\.test\.ts$|\.fixture\.ts$|fixtures\.ts$|\/testing\//.test(path))
  .map((path) => {
    const text = readFileSync(join(root, path), "utf8");
    const imports = [...text.matchAll(IMPORT)]
      .map((match) => match[1] ?? match[2] ?? match[3] ?? "")
      .map((name) =>
        name.startsWith(".") ? relative(root, normalize(join(root, dirname(path), name))) : name,
      );
    return { path, text, imports, lines: text.split("\n").length - 1 };
  });

/** Each layer may import itself and everything to its left; what stands on one place does not know each other. */
const LAYERS: readonly (readonly string[])[] = [
  ["src/domain", "src/errors.ts", "src/log.ts", "src/config.ts", "src/package-root.ts"],
  ["src/inference"],
  ["src/vision", "src/rag", "src/llm", "src/store", "src/report"],
  ["src/tools"],
  ["src/chat"],
  ["src/nodes"],
  ["src/graph"],
  ["src/inspector.ts", "src/inspector"],
  ["evals"],
  ["src/api", "src/mcp", "src/langchain", "src/cli", "src/index.ts"],
];
/** Surfaces and nodes see less than what stands to their left. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  "src/nodes": ["src/nodes", "src/chat", "src/tools", "src/llm", "src/report", ...(LAYERS[0] ?? [])],
  "src/langchain": ["src/langchain", "src/inspector.ts", ...(LAYERS[0] ?? [])],
  "src/index.ts": ["src/langchain", "src/inspector.ts", ...(LAYERS[0] ?? [])],
  "src/mcp": ["src/mcp", "src/inspector.ts", ...(LAYERS[0] ?? [])],
  "src/api": ["src/api", "src/mcp", "src/inspector.ts", ...(LAYERS[0] ?? [])],
  "src/cli": ["src/cli", "src/api", "src/mcp", "evals", "src/inspector.ts", ...(LAYERS[0] ?? [])],
};

const partOf = (path: string): string => LAYERS.flat().find((part) => isIn(path, part)) ?? path;
const isIn = (path: string, part: string): boolean => path === part || path.startsWith(`${part}/`);
const rank = (part: string): number => LAYERS.findIndex((layer) => layer.includes(part));

const mayImport = (from: string, to: string): boolean => {
  if (from === to) return true;
  const allowed = ALLOWED[from];
  if (allowed) return allowed.includes(to);
  return (
    rank(to) < rank(from) ||
    (rank(from) === rank(to) && (rank(from) === 0 || rank(from) === rank("src/inspector")))
  );
};

describe("the architecture", () => {
  it("gives every source file a place", () => {
    expect(files.filter(({ path }) => rank(partOf(path)) < 0).map(({ path }) => path)).toEqual([]);
  });

  it("lets imports point left only", () => {
    const breaches = files.flatMap(({ path, imports }) =>
      imports
        .filter((name) => isIn(name, "src") || isIn(name, "evals"))
        .filter((name) => !mayImport(partOf(path), partOf(name)))
        .map((name) => `${path} imports ${name}`),
    );
    expect(breaches).toEqual([]);
  });

  it("has no cycles", () => {
    expect(findCycle()).toBeUndefined();
  });

  it.each([
    { name: "onnxruntime-node", where: /^src\/inference\/session\.ts$/ },
    { name: "@huggingface/tokenizers", where: /^src\/inference\/embed-text\.ts$/ },
    { name: "@huggingface/transformers", where: /^src\/inference\/transformers\.ts$/ },
    { name: "undici", where: /^src\/(inference\/hub\/|inspector\/guarded-fetch\.ts$)/ },
    { name: "@langchain/community", where: /^src\/rag\/(pdf\/load-pages|dense\/dense-index)\.ts$/ },
    { name: "pdf-parse", where: /^src\/rag\/pdf\/render-page\.ts$/ },
    { name: "pdfjs-dist", where: /^(src\/rag\/pdf\/open-pdf|evals\/judges\/pdf-pages)\.ts$/ },
    { name: "ollama", where: /^src\/llm\// },
    { name: "hnswlib-node", where: /^src\/store\/vector-index\.ts$/ },
    { name: "better-sqlite3", where: /^src\/store\// },
  ])("keeps $name in its own file", ({ name, where }) => {
    const users = files.filter(({ imports }) =>
      imports.some((used) => used === name || used.startsWith(`${name}/`)),
    );
    expect(users.map(({ path }) => path).filter((path) => !where.test(path))).toEqual([]);
  });

  it("reaches the model hub from the commands for models alone, never from an inspection", () => {
    const users = files.filter(({ imports }) => imports.some((name) => isIn(name, "src/inference/hub")));
    const outside = users.map(({ path }) => path).filter((path) => !isIn(path, "src/inference/hub"));
    expect(outside).toEqual(["src/inspector/models.ts"]);
  });

  it("judges reports and searches by nothing that makes or checks them", () => {
    const judges = files.filter(({ path }) => isIn(path, "evals/judges"));
    const used = judges.flatMap(({ imports }) => imports.filter((name) => isIn(name, "src")));
    const shared = (name: string): boolean => isIn(name, "src/domain") || name === "src/errors.ts";
    expect(judges.length).toBeGreaterThan(0);
    expect(used.filter((name) => !shared(name))).toEqual([]);
  });

  it("reads the environment and exits in entry files only", () => {
    const users = files.filter(({ text }) =>
      /process\.(env|exit)\b/.test(text.replaceAll(/\/\/.*|\/\*[\s\S]*?\*\//g, "")),
    );
    expect(
      users.map(({ path }) => path).filter((path) => !/^src\/(cli|langchain)\/gumsa\.ts$/.test(path)),
    ).toEqual([]);
  });

  it("keeps domain to zod", () => {
    const foreign = files
      .filter(({ path }) => isIn(path, "src/domain"))
      .flatMap(({ imports }) => imports.filter((name) => name !== "zod" && !isIn(name, "src/domain")));
    expect(foreign).toEqual([]);
  });

  it("warns of long files", () => {
    for (const { path, lines } of files)
      if (lines > 300) console.warn(`${path} has ${lines} lines: still one idea?`);
  });
});

const findCycle = (): string[] | undefined => {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): string[] | undefined => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (done.has(path)) return undefined;
    for (const next of runtimeImports(byPath.get(path))) {
      const cycle = visit(next, [...trail, path]);
      if (cycle) return cycle;
    }
    done.add(path);
    return undefined;
  };
  for (const { path } of files) {
    const cycle = visit(path, []);
    if (cycle) return cycle;
  }
  return undefined;
};

/** Types vanish before anything runs: a cycle of types alone is none. */
const runtimeImports = (file: File | undefined): string[] => {
  if (!file) return [];
  const typeOnly = new Set(
    [...file.text.matchAll(/import type [^"]*?from\s+"(\.[^"]+)"/g)].map((match) =>
      relative(root, normalize(join(root, dirname(file.path), match[1] ?? ""))),
    ),
  );
  return file.imports.filter((name) => isIn(name, "src") && !typeOnly.has(name));
};
