import type { Operations } from "../../inspector/operations.ts";

export const fakeOperations = (): Operations => ({
  onRecorded: () => () => {},
  readiness: async () => [{ name: "store", state: "ok", detail: "fine" }],
});
