// A chat client of OpenAI's protocol: drop a picture, read the report as it comes, ask on.
//   npx gumsa serve &
//   npx tsx examples/openai-client.ts examples/casting/test/hole/01.jpg
import { readFileSync } from "node:fs";
import OpenAI from "openai";

const client = new OpenAI({
  baseURL: `${process.env.GUMSA_URL ?? "http://127.0.0.1:8080"}/v1`,
  apiKey: process.env.GUMSA_KEY ?? "none",
});
const models = await client.models.list();
console.log(models.data.map(({ id }) => id).join(", "));

const picture = readFileSync(process.argv[2] ?? "examples/casting/test/hole/01.jpg").toString("base64");
const messages: OpenAI.ChatCompletionMessageParam[] = [
  {
    role: "user",
    content: [
      { type: "text", text: "Is this part good?" },
      { type: "image_url", image_url: { url: `data:image/jpeg;base64,${picture}` } },
    ],
  },
];
const say = async (): Promise<void> => {
  let content = "";
  const pieces = await client.chat.completions.create({ model: "gumsa", messages, stream: true });
  for await (const { choices } of pieces) content += choices[0]?.delta.content ?? "";
  messages.push({ role: "assistant", content });
  console.log(content);
};
await say();
messages.push({ role: "user", content: "What should I do with it?" });
await say();
