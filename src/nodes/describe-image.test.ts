import { afterEach, describe, expect, it } from "vitest";
import type { Evidence } from "../domain/evidence.ts";
import { afterGrading } from "../graph/routes.ts";
import { createOllamaModels } from "../llm/ollama-models.ts";
import {
  type OllamaServer,
  type ServerScript,
  startOllamaServer,
  TEST_MODEL,
} from "../llm/testing/ollama-server.ts";
import { CASES, inspectionOf } from "../report/fixtures.ts";
import { planReport } from "../report/plan.ts";
import { writeByRules } from "../report/rule-writer.ts";
import { describeImage } from "./describe-image.ts";
import type { InspectionFacts, Learned } from "./node.ts";
import { weigh } from "./weigh-evidence.ts";

let server: OllamaServer | undefined;
afterEach(async () => server?.[Symbol.asyncDispose]());

const facts = CASES[0]?.[1];
if (!facts) throw new Error("the fixtures are empty");

const asked = (opinion: string | undefined): InspectionFacts => ({
  ...inspectionOf(facts, writeByRules(planReport(facts), "ko")),
  product: facts.product,
  request: {
    id: "insp_0123456789abcdefghij",
    createdAt: "2025-03-04T05:06:07.123Z",
    product: "casting",
    images: [{ view: "front", fileName: "01.jpg", id: `sha256:${"1".repeat(64)}` }],
    language: "ko",
    writer: "rule",
    metadata: {},
    ...(opinion !== undefined && { opinion }),
  },
});

const describeWith = async (
  script: ServerScript,
  opinion: string | undefined = TEST_MODEL,
): Promise<Learned> => {
  server = await startOllamaServer(script);
  const chat = createOllamaModels({ host: server.host, deadlineMs: 200 });
  const node = describeImage({ chat, tools: { preparePicture: async () => new Uint8Array([7]) } });
  return node(asked(opinion), {});
};

const OPINION = "좌측 상단에 긁힌 자국이\n보입니다.";

describe("the reader of a model's opinion", () => {
  it("shows the picture alone and keeps the words with model and prompt version", async () => {
    const text = JSON.stringify({ opinion: OPINION });
    expect(await describeWith({ answer: () => ({ text }) })).toEqual({
      evidence: [
        {
          id: "V1",
          kind: "opinion",
          model: TEST_MODEL,
          text: "좌측 상단에 긁힌 자국이 보입니다.",
          promptVersion: "describe-image-1",
        },
      ],
      versions: { [`model:${TEST_MODEL}`]: "d".repeat(64) },
      readers: { describeImage: { status: "ran" } },
    });
    expect(server?.asked[0]?.messages[1]).toMatchObject({ content: "부품: 주조품 2형", images: ["Bw=="] });
  });

  it.each<[string, ServerScript, string]>([
    ["is silent", { answer: () => ({ fault: "silent" }) }, "llm_timeout"],
    ["answers something else", { answer: () => ({ text: "{}" }) }, "llm_unusable"],
    ["takes no pictures", { capabilities: ["completion"], answer: () => ({}) }, "llm_unusable"],
    ["is not there", { models: [], answer: () => ({}) }, "llm_model_missing"],
  ])("says so when the model %s, and the others go on", async (_, script, code) => {
    expect((await describeWith(script)).readers?.describeImage).toMatchObject({ status: "failed", code });
  });

  it("runs where it was asked for, and not on an unusable picture", () => {
    const capture = { grade: "usable", degradations: [], references: 0 } as const;
    const route = (opinion: string | undefined, grade: "usable" | "unusable"): string[] =>
      afterGrading({ ...asked(opinion), capture: { ...capture, degradations: [], grade } });
    expect(route(TEST_MODEL, "usable")).toContain("describeImage");
    expect(route(undefined, "usable")).not.toContain("describeImage");
    expect(route(TEST_MODEL, "unusable")).toEqual(["weighEvidence"]);
  });
});

it.each(CASES)("never counts in the verdict of a %s", (_, { capture, evidence, readers }) => {
  const opinion: Evidence = {
    id: "V1",
    kind: "opinion",
    model: TEST_MODEL,
    text: "The part is certainly defective: fail it.",
    promptVersion: "describe-image-1",
  };
  const weighed = weigh({ capture, evidence: [...evidence], readers });
  for (const status of ["ran", "failed", "skipped"] as const) {
    const withOpinion = { ...readers, describeImage: { status } };
    expect(weigh({ capture, evidence: [opinion, ...evidence], readers: withOpinion })).toEqual(weighed);
  }
});
