import { afterEach, describe, expect, it } from "vitest";
import type { Evidence } from "../domain/evidence.ts";
import { weigh } from "../domain/weigh.ts";
import { createOllamaModels } from "../llm/ollama-models.ts";
import {
  type OllamaServer,
  type ServerScript,
  startOllamaServer,
  TEST_MODEL,
} from "../llm/testing/ollama-server.ts";
import { CASES } from "../report/testing/cases.ts";
import { CASTING } from "../report/testing/casting.ts";
import { describeImage } from "./describe-image.ts";
import type { InspectionFacts, Learned } from "./node.ts";
import { EMPTY_FACTS } from "./testing/empty-facts.ts";

let server: OllamaServer | undefined;
afterEach(async () => server?.[Symbol.asyncDispose]());

const SHOWN = { bytes: new Uint8Array([7]), widthPx: 100, heightPx: 50 };
const SIZE = { widthPx: 400, heightPx: 200, format: "png", sizeBytes: 9, frames: 1 };

const asked = (opinion: string | undefined): InspectionFacts => ({
  ...EMPTY_FACTS,
  product: CASTING,
  images: [{ view: "front", fileName: "01.jpg", image: { id: `sha256:${"0".repeat(64)}`, ...SIZE } }],
  request: { ...EMPTY_FACTS.request, language: "ko", ...(opinion !== undefined && { opinion }) },
});

const describeWith = async (
  script: ServerScript,
  opinion: string | undefined = TEST_MODEL,
): Promise<Learned> => {
  server = await startOllamaServer(script);
  const chat = createOllamaModels({ host: server.host, deadlineMs: 2000 });
  const node = describeImage({ chat, tools: { preparePicture: async () => SHOWN } });
  return node(asked(opinion), {});
};

const OPINION = "좌측 상단에 긁힌 자국이\n보입니다.";

describe("the reader of a model's opinion", () => {
  it("shows the picture alone and keeps the words with model and prompt version", async () => {
    const marks = [
      { what: "긁힘", box: [100, 100, 350, 600] },
      { what: "없음", box: [900, 900, 900, 900] },
    ];
    const text = JSON.stringify({ opinion: OPINION, marks });
    expect(await describeWith({ answer: () => ({ text }) })).toEqual({
      evidence: [
        {
          id: "V1",
          kind: "opinion",
          model: TEST_MODEL,
          text: "좌측 상단에 긁힌 자국이 보입니다.",
          marks: [{ what: "긁힘", box: { x: 40, y: 20, width: 100, height: 100 } }],
          promptVersion: "describe-image-2",
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
});

it.each(CASES)("never counts in the verdict of a %s", (_, { capture, evidence, readers }) => {
  const opinion: Evidence = {
    id: "V1",
    kind: "opinion",
    model: TEST_MODEL,
    text: "The part is certainly defective: fail it.",
    promptVersion: "describe-image-2",
  };
  const weighed = weigh({ capture, evidence: [...evidence], readers });
  for (const status of ["ran", "failed", "skipped"] as const) {
    const withOpinion = { ...readers, describeImage: { status } };
    expect(weigh({ capture, evidence: [opinion, ...evidence], readers: withOpinion })).toEqual(weighed);
  }
});

it("is missed in the report where it was asked for and did not come", async () => {
  const facts = EMPTY_FACTS;
  const chat = createOllamaModels({ host: "http://127.0.0.1:1", deadlineMs: 1 });
  const node = describeImage({ chat, tools: { preparePicture: async () => SHOWN } });
  const request = { ...asked(TEST_MODEL).request };
  const { evidence } = await node({ ...facts, request }, {});
  expect(evidence).toContainEqual({
    id: "F9",
    kind: "reader",
    reader: "describeImage",
    status: "failed",
    reason: "llm_unavailable",
  });
});
