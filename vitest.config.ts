import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: "unit",
          include: ["src/**/*.test.ts", "evals/**/*.test.ts", "scripts/**/*.test.ts", "test/*.test.ts"],
          exclude: ["**/*.data.test.ts"],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "ollama",
          include: ["test/ollama/*.test.ts"],
          testTimeout: 600_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: "e2e",
          include: ["test/e2e/**/*.test.ts", "src/**/*.data.test.ts"],
          globalSetup: "test/e2e/testing/demo-template.ts",
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
