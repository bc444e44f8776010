// What the product reads off each case. With a folder to keep it in, a retrained network is judged without degrading
// anything again: `index.jsonl` has one case a line, and beside it lie each case's crops and numbers.
import { appendFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { CROP_PX, type Look, lookAt } from "../../src/vision/capture/look.ts";
import { type CaptureStatistics, measureCapture } from "../../src/vision/capture/statistics.ts";
import type { Picture } from "../../src/vision/picture.ts";
import type { Case, PlannedCase } from "./cases.ts";

export interface Reading {
  readonly statistics: CaptureStatistics;
  readonly look: Look;
}

interface Stored extends Pick<Case, "key"> {
  readonly file?: string;
  readonly statistics?: CaptureStatistics;
  readonly corners?: Look["corners"];
}

export interface Readings {
  /** Undefined where the damage does not show. */
  of(planned: PlannedCase): Promise<Reading | undefined>;
}

export const createReadings = async (folder: string | undefined): Promise<Readings> => {
  if (folder === undefined) return { of: async ({ make }) => read(await make()) };
  await mkdir(folder, { recursive: true });
  const stored = await storedIn(folder);
  return {
    async of(planned) {
      const known = stored.get(planned.key);
      if (known) return restore(known, folder);
      const picture = await planned.make();
      const reading = read(picture);
      await keep(planned, reading, folder);
      if (picture) await keepPicture(planned, picture, folder);
      return reading;
    },
  };
};

const read = (picture: Picture | undefined): Reading | undefined =>
  picture && { statistics: measureCapture(picture), look: lookAt(picture) };

const storedIn = async (folder: string): Promise<Map<string, Stored>> => {
  const text = await readFile(join(folder, "index.jsonl"), "utf8").catch(() => "");
  const lines = text.split("\n").filter((line) => line !== "");
  return new Map(
    lines.map((line): [string, Stored] => {
      const one = JSON.parse(line) as Stored; // written below
      return [one.key, one];
    }),
  );
};

const CROPS_BYTES = 9 * 3 * CROP_PX * CROP_PX;

const restore = async (
  { file, statistics, corners }: Stored,
  folder: string,
): Promise<Reading | undefined> => {
  if (file === undefined || !statistics || !corners) return undefined;
  const bytes = await readFile(join(folder, `${file}.bin`));
  const numbers = new Float32Array(new Uint8Array(bytes.subarray(CROPS_BYTES)).buffer);
  return { statistics, look: { crops: new Uint8Array(bytes.subarray(0, CROPS_BYTES)), corners, numbers } };
};

const nameOf = ({ key }: Case): string => key.replace(/\W/g, "_");

const keep = async (planned: Case, reading: Reading | undefined, folder: string): Promise<void> => {
  const { key, role, product, picture, kinds, severity } = planned;
  const facts = { key, role, product, picture, kinds, severity };
  if (reading) {
    const { crops, numbers } = reading.look;
    await writeFile(
      join(folder, `${nameOf(planned)}.bin`),
      Buffer.concat([crops, Buffer.from(numbers.buffer)]),
    );
  }
  const found = reading && {
    file: nameOf(planned),
    statistics: reading.statistics,
    corners: reading.look.corners,
  };
  await appendFile(join(folder, "index.jsonl"), `${JSON.stringify({ ...facts, ...found })}\n`);
};

/** For measures that are not ours, such as BRISQUE. */
const keepPicture = async (
  planned: Case,
  { widthPx, heightPx, rgb }: Picture,
  folder: string,
): Promise<void> => {
  await sharp(rgb, { raw: { width: widthPx, height: heightPx, channels: 3 } })
    .png({ compressionLevel: 1 })
    .toFile(join(folder, `${nameOf(planned)}.png`));
};
