// What docs/evaluation.md shows: each run's data set, suite and sample. A sample is bounded so that all of it, without
// the times, ends within twenty minutes on two free cores.
import { join } from "node:path";

interface DataSet {
  readonly title: string;
  /** Author, title and year, or where the set comes from. */
  readonly citation: string;
  readonly licence: string;
  /** Within `data` of GUMSA_TEST_DATA; without it the set ships with Gumsa. */
  readonly folder?: string;
}

export interface PlannedRun {
  /** Of its file in evals/recorded; the page follows the order of these. */
  readonly name: string;
  readonly set: DataSet;
  readonly suite: string;
  /** As the command line takes them. */
  readonly settings: Readonly<Record<string, string | boolean>>;
  readonly limit?: number;
  /** It needs a machine that does nothing else, and runs only when it is named. */
  readonly isTimed?: true;
}

const CASTING: DataSet = {
  title: "Demo product",
  citation: "Drawn castings with four types of defects, examples/casting of this repository.",
  licence: "Apache-2.0",
};
const PIPED: DataSet = {
  title: "PIPED",
  citation:
    "F. Bianconi, L. Ceccarelli, A. Fernández, S. A. Saetta: A sequential machine vision procedure for assessing paper impurities. Computers in Industry 65(2), 2014. Real stains on eight papers.",
  licence: "CC BY 4.0",
  folder: "piped",
};
const DEEP_PCB: DataSet = {
  title: "DeepPCB",
  citation:
    "S. Tang, F. He, X. Huang, J. Yang: Online PCB Defect Detector On A New PCB Defect Dataset. arXiv 1902.06197, 2019.",
  licence: "MIT",
  folder: "deeppcb",
};
const KODAK: DataSet = {
  title: "Kodak True Color Image Suite",
  citation: "Eastman Kodak Company: Kodak Lossless True Color Image Suite, PhotoCD PCD0992.",
  licence: "released for unrestricted use",
  folder: "kodak24",
};

const DEMO = "examples/casting";

export const PLAN: readonly PlannedRun[] = [
  { name: "anomaly-casting", set: CASTING, suite: "anomaly", settings: { data: DEMO } },
  { name: "verdict-casting", set: CASTING, suite: "verdict", settings: { data: DEMO } },
  { name: "similarity-casting", set: CASTING, suite: "similarity", settings: { data: DEMO } },
  {
    name: "manuals-casting",
    set: CASTING,
    suite: "manuals",
    settings: {
      data: "manuals",
      questions: "evals/questions/casting.jsonl",
      types: `${DEMO}/types.json`,
    },
  },
  { name: "report-casting", set: CASTING, suite: "report", settings: { data: DEMO }, limit: 24 },
  {
    name: "chat-casting",
    set: CASTING,
    suite: "chat",
    settings: {
      data: DEMO,
      questions: "evals/questions/chat.jsonl",
      heldBack: "evals/questions/chat-held-back.jsonl",
    },
  },
  { name: "line-card-casting", set: CASTING, suite: "line-card", settings: { degraded: "4" } },
  {
    name: "latency-casting",
    set: CASTING,
    suite: "latency",
    settings: { data: `${DEMO}/test` },
    isTimed: true,
  },
  {
    name: "anomaly-piped",
    set: PIPED,
    suite: "anomaly",
    settings: {
      data: "piped",
      good: "NoDefects",
      bad: "Defects",
      blackIsDefect: true,
      groupBy: "ND?_(\\d+)_",
    },
    limit: 400,
  },
  {
    name: "boxes-deeppcb",
    set: DEEP_PCB,
    suite: "boxes",
    settings: { data: "deeppcb", cases: "8" },
    limit: 112,
  },
  { name: "reference-deeppcb", set: DEEP_PCB, suite: "reference", settings: { data: "deeppcb" }, limit: 100 },
  { name: "capture-kodak", set: KODAK, suite: "capture", settings: { data: "kodak24" }, limit: 300 },
];

/** With `testData` in front of a set that does not ship with Gumsa. */
export const settingsOf = ({ set, settings }: PlannedRun, testData: string): Record<string, unknown> =>
  set.folder === undefined ? { ...settings } : { ...settings, data: join(testData, "data", set.folder) };

/** As a reader would type it, `DATA` being where the set lies. */
export const commandOf = ({ set, suite, settings, limit }: PlannedRun): string => {
  const flags = Object.entries(set.folder === undefined ? settings : { ...settings, data: "DATA" }).map(
    ([name, value]) => {
      const flag = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
      if (value === true) return flag;
      return `${flag} ${/^[\w./-]+$/.test(String(value)) ? value : `'${value}'`}`;
    },
  );
  return ["gumsa eval", suite, ...flags, ...(limit === undefined ? [] : [`--limit ${limit}`])].join(" ");
};
