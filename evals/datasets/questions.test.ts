import { expect, it } from "vitest";
import { readQuestions } from "./questions.ts";
import { folderOf } from "./testing/folder.ts";

const answered = '{"question":"How tight?","lang":"en","document":"펌프.PDF","page":2,"quote":["12 Nm"]}';

it("reads questions with an answer and without one", async () => {
  await using data = await folderOf({
    "manuals/펌프.PDF": "",
    "questions.jsonl": `${answered}\n\n{"question":"케이크 조리법은?","lang":"ko","document":null}\n`,
  });
  const { questions, manuals } = await readQuestions(data.path);
  expect(questions.map(({ line, document }) => [line, document])).toEqual([
    [1, "펌프.PDF"],
    [3, null],
  ]);
  expect(manuals.map(({ name }) => name)).toEqual(["manuals/펌프.PDF"]);
});

it.each([
  { what: "what is not JSON", text: `${answered}\n{`, says: /line 2: this is not JSON/ },
  { what: "a page that is none", text: answered.replace("2", "0"), says: /line 1: a question needs/ },
  {
    what: "a document that is not there",
    text: answered.replace("펌프", "pump"),
    says: /line 1: there is no pump\.PDF/,
  },
  { what: "an empty file", text: "\n", says: /there is no question/ },
])("refuses $what, naming the line", async ({ text, says }) => {
  await using data = await folderOf({ "펌프.PDF": "", "questions.jsonl": text });
  await expect(readQuestions(data.path)).rejects.toMatchObject({
    code: "dataset_unreadable",
    message: expect.stringMatching(says),
  });
});

it("says what was expected of a folder without questions", async () => {
  await using data = await folderOf({ "a.pdf": "" });
  await expect(readQuestions(data.path)).rejects.toMatchObject({
    message: expect.stringMatching(/expected PDF manuals and questions\.jsonl; found a\.pdf/),
  });
});
