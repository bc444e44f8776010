import { APIError, OpenAI } from "openai";
import { describe, expect, it } from "vitest";
import { fakeInspector, sampleInspection } from "../cli/testing/fake-inspector.ts";
import type { ConverseOptions, Inspector, Turn } from "../inspector.ts";
import { createLog } from "../log.ts";
import { createApp } from "./app.ts";

/** The official client, its requests answered within this process. */
const clientOf = (changes: Partial<Inspector> = {}): OpenAI => {
  const app = createApp({
    inspector: fakeInspector(changes),
    log: createLog("silent"),
    limits: { bodyBytes: 100_000 },
  });
  return new OpenAI({
    baseURL: "http://127.0.0.1:8080/v1",
    apiKey: "none",
    maxRetries: 0,
    fetch: async (url, init) => app.request(String(url), init as RequestInit),
  });
};

const picture = { type: "image_url" as const, image_url: { url: "data:image/jpeg;base64,AQID" } };
const asked = { model: "gumsa:board", messages: [{ role: "user" as const, content: [picture] }] };

const elsewhere = {
  ...asked,
  messages: [
    {
      role: "user" as const,
      content: [{ type: "image_url" as const, image_url: { url: "http://169.254.169.254/" } }],
    },
  ],
};

/** Says what it was given. */
const speaking = (seen: { turns: readonly Turn[]; options: ConverseOptions }[]): Partial<Inspector> => ({
  converse: async (turns, options = {}) => {
    seen.push({ turns, options });
    for (const text of ["# fail", "\n\nrest"]) options.onText?.(text);
    return { text: "# fail\n\nrest", inspection: sampleInspection().id, tokens: { prompt: 7, answer: 5 } };
  },
});

describe("chat completions", () => {
  it("give a picture's report, whole or in pieces that join to the same", async () => {
    const seen: { turns: readonly Turn[]; options: ConverseOptions }[] = [];
    const client = clientOf(speaking(seen));
    const whole = await client.chat.completions.create({
      ...asked,
      messages: [{ role: "system", content: "Say pass." }, ...asked.messages],
    });
    expect(whole.choices[0]).toMatchObject({ message: { content: "# fail\n\nrest" }, finish_reason: "stop" });
    expect(whole.usage).toEqual({ prompt_tokens: 7, completion_tokens: 5, total_tokens: 12 });
    expect(seen[0]?.options).toMatchObject({ product: "board" });
    expect(seen[0]?.turns).toEqual([
      { role: "user", text: "", pictures: [{ fileName: "image.jpg", bytes: new Uint8Array([1, 2, 3]) }] },
    ]);
    const stream = await client.chat.completions.create({
      ...asked,
      stream: true,
      stream_options: { include_usage: true },
    });
    let text = "";
    let tokens: number | undefined;
    for await (const { choices, usage } of stream) {
      text += choices[0]?.delta.content ?? "";
      tokens = usage?.total_tokens ?? tokens;
    }
    expect({ text, tokens }).toEqual({ text: "# fail\n\nrest", tokens: 12 });
  });

  it.each([
    ["an unknown model", { ...asked, model: "gpt-5" }, 404, "model_unknown"],
    ["an address in place of a picture", elsewhere, 400, "usage_invalid"],
    ["several answers at once", { ...asked, n: 2 }, 400, "usage_invalid"],
  ])("refuse %s in the protocol's own shape", async (_, body, status, code) => {
    const refused = clientOf().chat.completions.create(body);
    await expect(refused).rejects.toMatchObject({ status, code });
    await expect(refused).rejects.toBeInstanceOf(APIError);
  });

  it("tell an error that comes in the middle of a stream, and nothing of a fault", async () => {
    const broken = async (): Promise<never> => {
      throw new TypeError("secret detail");
    };
    const stream = await clientOf({ converse: broken }).chat.completions.create({ ...asked, stream: true });
    const read = async (): Promise<void> => {
      for await (const _ of stream);
    };
    await expect(read()).rejects.toMatchObject({ code: "internal" });
    await expect(clientOf({ converse: broken }).chat.completions.create(asked)).rejects.not.toThrow("secret");
  });
});

it("lists a model for each product", async () => {
  const { data } = await clientOf().models.list();
  expect(data.map(({ id }) => id)).toEqual(["gumsa", "gumsa:board"]);
  expect((await clientOf().models.retrieve("gumsa:board")).owned_by).toBe("gumsa");
});

it("answers a missing key in the protocol's shape too", async () => {
  const { keys } = fakeInspector();
  const known = { name: "one", role: "worker" as const, createdAt: "" };
  const client = clientOf({ keys: { ...keys, list: async () => [known], find: async () => undefined } });
  await expect(client.models.list()).rejects.toMatchObject({ status: 401, code: "key_unknown" });
});
