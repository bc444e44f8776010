// Drives a suite: opens the data, measures what earlier runs have not, adds intervals and makes the record. A killed
// run goes on: its store and its journal stay in the folder until the record is there.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pMap from "p-map";
import { z } from "zod";
import type { Bilingual, Language } from "../src/domain/language.ts";
import { type ErrorCode, GumsaError, PICTURE_ERRORS, throwIfCancelled } from "../src/errors.ts";
import type { Inspector } from "../src/inspector.ts";
import { packageVersion } from "../src/package-root.ts";
import type { SuiteContext } from "./context.ts";
import { copyProduct } from "./copy-product.ts";
import { hashOfFiles } from "./dataset-hash.ts";
import { withIntervals } from "./intervals.ts";
import { type Journal, openJournal } from "./journal.ts";
import { limited } from "./limit.ts";
import { thisCommit, thisMachine } from "./machine.ts";
import type { RunRecord, RunResult } from "./record.ts";
import type { Gallery, Section } from "./section.ts";
import type { Item, Measured, Opened, Suite } from "./suite.ts";
import { makeFolder, writeRun } from "./write-run.ts";

export interface RunRequest {
  readonly suite: Suite;
  /** As the command line gives them; the suite's schema decides. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Where an interrupted run is found again; without it the run leaves nothing. */
  readonly folder?: string | undefined;
  readonly seed: number;
  readonly limit?: number | undefined;
  /** How often intervals draw again, in place of the suite's own count; 0 for values without intervals. */
  readonly draws?: number | undefined;
  readonly language: Language;
  /** Opens Gumsa over the store in that folder, or over the user's own. */
  readonly openInspector: (home?: string) => Promise<Inspector>;
  readonly signal: AbortSignal;
  readonly events: RunEvents;
}

export interface RunEvents {
  /** Work before measuring; `share` from 0 to 1 within each step. */
  step(label: Bilingual, share: number): void;
  measured(told: { done: number; count: number; id: string; found: number; elapsedMs: number }): void;
}

type Broken = RunRecord["broken"][number];

const HASHING: Bilingual = { ko: "데이터 집합 해시 계산 중", en: "hashing the data set" };
const JUDGING: Bilingual = { ko: "구간 계산 중", en: "computing intervals" };

/**
 * With a folder, record and page are there when this resolves. Throws `usage_invalid` for settings that the suite
 * refuses, `folder_unwritable`, what the suite's `open` throws, and `cancelled`.
 */
export const runSuite = async (request: RunRequest): Promise<RunResult> => {
  const options = parsedOptions(request);
  const folder = request.folder ?? (await mkdtemp(join(tmpdir(), "gumsa-eval-")));
  const work = join(folder, WORK_FOLDER);
  try {
    await makeFolder(work);
    const result = await measureIn(work, options, request);
    if (request.folder !== undefined)
      await writeRun(result, request.suite, { folder, language: request.language });
    await rm(work, { recursive: true, force: true });
    return result;
  } finally {
    if (request.folder === undefined) await rm(folder, { recursive: true, force: true });
  }
};

/** Beside the record while the run goes on. */
const WORK_FOLDER = ".run";

const measureIn = async (work: string, options: unknown, request: RunRequest): Promise<RunResult> => {
  await using inspector = await request.openInspector(join(work, "store"));
  return await runIn({ work, inspector, options }, request); // before it is closed
};

interface Place {
  readonly work: string;
  readonly inspector: Inspector;
  readonly options: unknown;
}

const runIn = async (place: Place, request: RunRequest): Promise<RunResult> => {
  const { suite, seed, limit, events, signal, settings } = request;
  const broken: Broken[] = [];
  const opened = await suite.open(place.options, contextOf(place, request, broken));
  const sha256 = await hashOfFiles(opened.files, {
    signal,
    onProgress: (share) => events.step(HASHING, share),
  });
  const commit = await thisCommit();
  const fingerprint = [suite.name, settings, seed, packageVersion(), commit, opened.versions, sha256];
  const journal = await openJournal(join(place.work, "journal.jsonl"), fingerprint);
  const measured = await measureAll(opened, { journal, broken, inspector: place.inspector, request });
  events.step(JUDGING, 0);
  const figures = withIntervals({ ...suite, draws: request.draws ?? suite.draws }, measured, seed);
  const sections = (await opened.sections?.(measured)) ?? [];
  const record: RunRecord = {
    format: 1,
    suite: suite.name,
    startedAt: journal.startedAt,
    endedAt: new Date().toISOString(),
    gumsa: packageVersion(),
    ...(commit !== undefined && { commit }),
    versions: { ...opened.versions },
    dataset: { name: opened.dataset, files: opened.files.length, sha256 },
    seed,
    ...(limit !== undefined && { limit }),
    settings: z.record(z.string(), z.json()).parse(settings),
    machine: thisMachine(),
    workers: place.inspector.workers,
    figures: figures.map((figure) => ({ ...figure, scope: [...figure.scope] })),
    broken,
    sections: sections.filter(isRecorded),
    items: measured.map(({ result, ...item }) => ({ ...item, result: z.json().parse(result) })),
  };
  return { record, sections };
};

const isRecorded = (section: Section): section is Exclude<Section, Gallery> => section.kind !== "gallery";

const parsedOptions = ({ suite, settings }: RunRequest): unknown => {
  const parsed = suite.options.safeParse(settings);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const flag = String(issue?.path[0] ?? "").replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  throw new GumsaError("usage_invalid", flag === "" ? `${issue?.message}` : `--${flag}: ${issue?.message}`, {
    hint: `gumsa eval ${suite.name} --help`,
    cause: parsed.error,
  });
};

const contextOf = (
  { work, inspector }: Place,
  { seed, language, signal, events, openInspector }: RunRequest,
  broken: Broken[],
): SuiteContext => ({
  inspector,
  seed,
  language,
  signal,
  openAnother: () => openInspector(join(work, "store")),
  tell: events.step,
  leaveOut: (file, reason) => listOnce(brokenOf(file, reason), broken),
  async borrowProduct(id) {
    await using users = await openInspector();
    await copyProduct(id, { from: users, to: inspector, signal });
  },
});

interface Measuring {
  readonly journal: Journal;
  readonly broken: Broken[];
  readonly inspector: Inspector;
  readonly request: RunRequest;
}

const measureAll = async (
  opened: Opened<unknown>,
  { journal, broken, inspector, request }: Measuring,
): Promise<Measured<unknown>[]> => {
  const { suite, limit, signal, events } = request;
  const items = limited(opened.items, limit);
  const start = performance.now();
  let [done, found] = [0, 0];
  const measure = async (item: Item): Promise<Measured<unknown>[]> => {
    throwIfCancelled(signal);
    try {
      const known = suite.result.safeParse(journal.find(item.id));
      if (known.success) found++;
      const result = known.success ? known.data : await opened.measure(item);
      if (!known.success) await journal.note(item.id, result);
      const { id, stratum, group } = item;
      return [
        { id, ...(stratum !== undefined && { stratum }), ...(group !== undefined && { group }), result },
      ];
    } catch (error) {
      throwIfCancelled(signal);
      listOnce(brokenOf(item.file ?? item.id, error), broken);
      return [];
    } finally {
      const elapsedMs = performance.now() - start;
      events.measured({ done: ++done, count: items.length, id: item.id, found, elapsedMs });
    }
  };
  const alone = await pMap(
    items.filter(({ isAlone }) => isAlone),
    measure,
    { concurrency: 1 },
  );
  const others = items.filter(({ isAlone }) => !isAlone);
  const measured = [...alone, ...(await pMap(others, measure, { concurrency: inspector.workers }))].flat();
  if (measured.length > 0) return measured;
  const [first] = broken;
  throw new GumsaError(
    "dataset_unreadable",
    `None of ${items.length} items of ${opened.dataset} could be measured.`,
    {
      hint: first ? `${first.file}: ${first.message}` : "the data set has nothing to measure",
    },
  );
};

const listOnce = (one: Broken, broken: Broken[]): void => {
  if (!broken.some(({ file, code }) => file === one.file && code === one.code)) broken.push(one);
};

/** What may be wrong with one file while the others are fine. */
const ABOUT_ONE_FILE: ReadonlySet<ErrorCode> = new Set([
  ...PICTURE_ERRORS,
  "manual_unreadable",
  "manual_encrypted",
  "manual_without_text",
  "dataset_unreadable",
]);

/** Throws anything that is not about one file again. */
const brokenOf = (file: string, error: unknown): Broken => {
  if (!(error instanceof GumsaError) || !ABOUT_ONE_FILE.has(error.code)) throw error;
  return { file, code: error.code, message: error.message };
};
