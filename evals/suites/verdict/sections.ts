import { VERDICTS, type VerdictKind } from "../../../src/domain/verdict.ts";
import type { SuiteContext } from "../../context.ts";
import { GOOD } from "../../datasets/labelled-picture.ts";
import type { Gallery, Section, Table } from "../../section.ts";
import { thumbnail } from "../thumbnail.ts";
import type { MeasuredVerdict } from "./score.ts";

const MOST_SHOWN = 8;

export const verdictSections = async (
  measured: readonly MeasuredVerdict[],
  context: SuiteContext,
): Promise<Section[]> => {
  const of = (isGood: boolean, verdict: VerdictKind) =>
    measured.filter(({ result }) => (result.type === GOOD) === isGood && result.verdict === verdict);
  const missed = of(false, "pass");
  const alarmed = of(true, "fail");
  return [
    confusion(measured),
    await gallery(
      { ko: `놓친 불량 (${missed.length})`, en: `defects missed (${missed.length})` },
      missed,
      context,
    ),
    await gallery(
      { ko: `오경보 (${alarmed.length})`, en: `false alarms (${alarmed.length})` },
      alarmed,
      context,
    ),
  ];
};

const VERDICT_WORDS = {
  pass: { ko: "합격", en: "pass" },
  fail: { ko: "불합격", en: "fail" },
  review: { ko: "확인 필요", en: "review" },
  retake: { ko: "재촬영", en: "retake" },
} as const satisfies Record<VerdictKind, Gallery["title"]>;

/** Good parts first, then each defect type. */
const confusion = (measured: readonly MeasuredVerdict[]): Table => {
  const types = [...new Set(measured.map(({ result }) => result.type))].sort((a, b) =>
    a === GOOD ? -1 : b === GOOD ? 1 : a < b ? -1 : 1,
  );
  return {
    kind: "table",
    title: { ko: "판정과 정답", en: "verdicts against the truth" },
    columns: [{ ko: "정답", en: "truth" }, ...VERDICTS.map((verdict) => VERDICT_WORDS[verdict])],
    rows: types.map((type) => [
      type === GOOD ? { ko: "양품", en: "good" } : type,
      ...VERDICTS.map((verdict) => ({
        value: measured.filter(({ result }) => result.type === type && result.verdict === verdict).length,
        unit: "count" as const,
      })),
    ]),
  };
};

const gallery = async (
  title: Gallery["title"],
  of: readonly MeasuredVerdict[],
  { inspector }: SuiteContext,
): Promise<Gallery> => {
  const pictures: Gallery["pictures"][number][] = [];
  for (const { id, result } of of.slice(0, MOST_SHOWN)) {
    const inspection = await inspector.inspections.get(result.inspection);
    const overlay = await inspector.inspections.picture(inspection, "overlay");
    const shown = overlay ?? (await inspector.inspections.picture(inspection, "source"));
    const p = inspection.verdict.pValue;
    const caption = `${id} (${result.type})${p === undefined ? "" : `, p ${p.toFixed(3)}`}`;
    if (shown) pictures.push({ caption, png: await thumbnail(shown) });
  }
  return { kind: "gallery", title, pictures };
};
