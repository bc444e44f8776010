import { describe, expect, it } from "vitest";
import type { RunResult } from "../record.ts";
import type { Section } from "../section.ts";
import { coinSuite } from "../testing/coin-suite.ts";
import { sampleRecord } from "../testing/sample-record.ts";
import { recordText } from "../text.ts";
import { evaluationPage } from "./page.ts";

const EVIL = '<script>fetch("https://example.org")</script>';

const result: RunResult = {
  record: sampleRecord({
    dataset: { name: EVIL, files: 1, sha256: "0" },
    figures: [{ name: "heads", scope: [], value: 0.5, count: 4, hits: 2, low: 0.15, high: 0.85 }],
    broken: [{ file: EVIL, code: "image_damaged", message: "bent" }],
  }),
  sections: [
    {
      kind: "chart",
      title: { ko: "분포", en: "scores" },
      mark: "bar",
      x: { label: { ko: "점수", en: "score" } },
      y: { label: { ko: "수", en: "count" } },
      series: [
        {
          name: EVIL,
          points: [
            [1, 2],
            [2, 3],
          ],
        },
        { name: "other", points: [[1, 1]] },
      ],
    },
    {
      kind: "gallery",
      title: { ko: "놓침", en: "missed" },
      pictures: [{ caption: EVIL, png: Uint8Array.of(137) }],
    },
  ],
};

describe("the page of a run", () => {
  it("stands alone: no request leaves it, whatever files are called", async () => {
    const page = await evaluationPage(result, coinSuite({ items: [], toss: () => true }), "en");
    expect(page).toContain("<svg");
    expect(page).toContain("data:image/png;base64,iQ==");
    expect(page).not.toContain("<script");
    expect(page).not.toMatch(/(src|href)="https?:/);
  });

  it("shows a figure with interval and count, in both languages", async () => {
    const suite = coinSuite({ items: [], toss: () => true });
    const [english, korean] = [
      await evaluationPage(result, suite, "en"),
      await evaluationPage(result, suite, "ko"),
    ];
    for (const text of ["50.0 %", "15.0–85.0 %", "2 / 4"]) expect(english).toContain(text);
    expect(korean).toContain("앞면");
    expect(korean).toContain("95 % 구간");
  });

  it("leads with a warning, which the terminal says too", async () => {
    const suite = coinSuite({ items: [], toss: () => true });
    const warning: Section = {
      kind: "note",
      isWarning: true,
      text: { ko: "동전이 너무 적음", en: "too few coins" },
    };
    const page = await evaluationPage({ ...result, sections: [warning] }, suite, "en");
    expect(page.match(/too few coins/g)).toHaveLength(1);
    expect(page.indexOf("too few coins")).toBeLessThan(page.indexOf("50.0 %"));
    expect(recordText({ ...result.record, sections: [warning] }, suite, "ko")).toContain(
      "! 동전이 너무 적음",
    );
  });
});
