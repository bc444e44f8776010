import { expect, it } from "vitest";
import { quotedLines } from "./quoted-lines.ts";

it("gives each bullet of a quotation a line of its own", () => {
  expect(quotedLines("2쪽에는 “• 탈가스 시간이 짧다. • 코어가 젖었다.”라고 적혀 있습니다.")).toEqual([
    "2쪽에는",
    "“• 탈가스 시간이 짧다.",
    "• 코어가 젖었다.”라고 적혀 있습니다.",
  ]);
});

it("leaves any other sentence whole", () => {
  expect(quotedLines("The score of 1.27 is above 0.550 • as measured.")).toHaveLength(2);
  expect(quotedLines("The score of 1.27 is above 0.550.")).toEqual(["The score of 1.27 is above 0.550."]);
});
