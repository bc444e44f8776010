// A record made by hand, with a sound report in each language.
import type { DefectType } from "../../../../src/domain/defect-type.ts";
import { Inspection } from "../../../../src/domain/inspection.ts";
import type { Sentence } from "../../../../src/domain/report.ts";

const blob = (digit: string): string => `sha256:${digit.repeat(64)}`;
export const MANUAL = blob("d");

interface Changes {
  /** The SHA-256 of what it cites. */
  readonly manual?: string;
  readonly report?: Inspection["report"];
}

export const inspectionWith = ({ manual = MANUAL, ...changes }: Changes = {}): Inspection =>
  Inspection.parse({
    id: `insp_${"0".repeat(20)}`,
    createdAt: "2026-01-02T03:04:05.000Z",
    product: "lid",
    images: [
      {
        view: "front",
        fileName: "lid 7.png",
        image: { id: blob("1"), widthPx: 640, heightPx: 480, format: "png", sizeBytes: 9, frames: 1 },
      },
    ],
    metadata: {},
    capture: { grade: "usable", degradations: [], references: 41 },
    readers: {},
    evidence: [
      { id: "D0", kind: "capture", grade: "usable", references: 41 },
      {
        id: "A1",
        kind: "anomaly",
        distance: 7.2468,
        threshold: 5.5,
        highestGood: 5.1,
        pValue: 1 / 42,
        alpha: 0.05,
        references: 41,
        falseAlarmBound: 0.0949,
        bank: "b",
        map: blob("a"),
      },
      {
        id: "M1",
        kind: "manual",
        document: "lid-3.pdf",
        documentId: manual,
        revision: 2,
        page: 2,
        headings: ["Dents"],
        quotation: "Press below 12 bar.",
        section: "causes",
        defectType: "dent",
      },
    ],
    regions: [
      {
        x: 10,
        y: 20,
        width: 30,
        height: 40,
        distance: 7.2468,
        pValue: 1 / 42,
        areaPx: 900,
        label: "dent",
        supportedBy: ["A1"],
      },
    ],
    verdict: {
      kind: "fail",
      reasons: ["anomaly_beyond_alpha"],
      pValue: 1 / 42,
      alpha: 0.05,
      distance: 7.2468,
      threshold: 5.5,
    },
    report: { language: "en", writer: "rule", sections: SOUND, removed: [] },
    pictures: {},
    timingsMs: {},
    versions: {},
    ...changes,
  });

export const say = (text: string, ...evidence: string[]): Sentence => ({ text, evidence });

export const SOUND = {
  status: [
    say("The part fails: the score of 7.25 lies above 5.50 (p-value 0.024).", "A1"),
    say("About 5 % of good parts fail by mistake, below 9.49 % with 95 % confidence.", "A1"),
    say("Region 1 (dent) at x 10, y 20 measures 30 × 40 px in lid 7.png.", "A1"),
  ],
  causes: [say("lid-3.pdf (revision 2, page 2) says: “Press below 12 bar.”", "M1")],
  actions: [say("Set the part aside.", "A1")],
  prevention: [say("Keep the light as it was for the 41 good pictures.", "D0")],
};

export const TYPES: readonly DefectType[] = [
  { code: "dent", names: { ko: "찍힘", en: "dent" }, synonyms: { ko: [], en: [] } },
  { code: "stain", names: { ko: "얼룩", en: "stain" }, synonyms: { ko: [], en: ["score"] } },
];
export const KOREAN = {
  status: [
    say("점수 7.25가 기준값 5.50보다 높아 불합격입니다(p값 0.024).", "A1"),
    say("정상품의 약 5%를 잘못 불합격시키며 95% 신뢰도로 9.49% 미만입니다.", "A1"),
    say("영역 1(찍힘)은 x 10, y 20에 있고 크기는 30 × 40 px입니다(lid 7.png).", "A1"),
  ],
  causes: [say("설명서에 “Cool it.”라고 적혀 있습니다.", "M1")],
  actions: [say("부품을 격리하십시오.", "A1")],
  prevention: [say("정상 사진 41장과 같은 조명을 유지하십시오.", "D0")],
};
