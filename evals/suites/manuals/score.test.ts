import { expect, it } from "vitest";
import { type JudgedPassage, type MeasuredQuestion, scoreManuals } from "./score.ts";

const passage = (changes: Partial<JudgedPassage> = {}): JudgedPassage => ({
  document: "a.pdf",
  page: 1,
  says: "",
  isLiteral: true,
  isRightPage: true,
  holdsWords: true,
  ...changes,
});
const wrong = passage({ isRightPage: false });

const asked = (
  language: "ko" | "en",
  isAnswerable: boolean,
  ...found: JudgedPassage[]
): Omit<MeasuredQuestion, "id"> => ({
  result: {
    question: "?",
    language,
    expected: isAnswerable ? { document: "a.pdf", page: 1 } : null,
    found,
  },
});

const measured = [
  asked("en", true, passage()),
  asked("en", true, wrong, passage()),
  asked("en", true, passage({ holdsWords: false })),
  asked("ko", true),
  asked("ko", true, wrong, passage({ isLiteral: false, isRightPage: false })),
  asked("ko", false),
  asked("en", false, wrong),
].map((one, i) => ({ id: `${i}`, ...one }));

it("keeps the right page, the answer on it, the quotation and silence apart", () => {
  const shown = Object.fromEntries(
    scoreManuals(measured).map(({ name, scope, hits, count }) => [
      [...scope, name].join("."),
      `${hits}/${count}`,
    ]),
  );
  expect(shown).toMatchObject({
    "page.at1": "2/5",
    "page.at3": "3/5",
    "answer.at1": "1/5",
    "answer.at3": "2/5",
    literal: "4/5",
    "noPassage.rightly": "1/2",
    "noPassage.wrongly": "1/5",
    "languages.ko.page.at3": "0/2",
    "languages.en.noPassage.rightly": "0/1",
  });
});
