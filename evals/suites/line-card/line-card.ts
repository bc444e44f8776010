// Everything about one product on one page, from its own pictures alone: detection, what each degradation at each
// severity costs its detector, calibration, faithfulness of reports and speed.
import { createHash } from "node:crypto";
import sharp from "sharp";
import { z } from "zod";
import { DEFAULT_VIEW } from "../../../src/domain/product.ts";
import { decodePicture } from "../../../src/vision/decode.ts";
import { resizePicture } from "../../../src/vision/input-size.ts";
import type { Picture } from "../../../src/vision/picture.ts";
import type { SuiteContext } from "../../context.ts";
import { GOOD } from "../../datasets/labelled-picture.ts";
import { degrade } from "../../degradations/degrade.ts";
import { DEGRADATIONS, SEVERITIES } from "../../degradations/kinds.ts";
import { limited } from "../../limit.ts";
import { defineSuite, type Item } from "../../suite.ts";
import { timedInspection } from "../latency/timed-inspection.ts";
import { inspectBoth, RULE_WRITER } from "../report/inspected.ts";
import { type KnownOf, knownOfProduct } from "../report/known.ts";
import { judgeSubject } from "../report/subject.ts";
import { type Card, type CardPicture, readCard } from "./card.ts";
import { type Damage, LineCardResult } from "./result.ts";
import { LINE_CARD_FIGURES, scoreLineCard } from "./score.ts";
import { lineCardSections } from "./sections.ts";

/** Good pictures and as many defects are degraded in every way. */
const DEGRADED = 6;
const TIMED = 12;
/** Each is inspected, and its report read in both languages. */
const REPORTED = 16;
/** Degradations are meant for pictures of about this size. */
const LARGEST_DEGRADED_PX = 1024;
const MAX_PIXELS = 1e9;

export const lineCard = defineSuite({
  name: "line-card",
  describes: {
    ko: "한 제품의 성적표: 검출, 열화마다 잃는 것, 보정, 보고서의 충실성, 속도 (제품 자신의 사진만 사용)",
    en: "one product's card: detection, what each degradation costs, calibration, faithful reports, speed; from its own pictures",
  },
  flags: [
    {
      flags: "--product <id>",
      describes: { ko: "제품 (기본값: 데모 제품)", en: "the product (default: the demo product)" },
    },
    {
      flags: "--degraded <count>",
      describes: {
        ko: `모든 방식으로 열화시킬 양품과 불량의 수, 각각 (기본값: ${DEGRADED})`,
        en: `good pictures, and defects, to degrade in every way (default: ${DEGRADED} each)`,
      },
    },
  ],
  options: z.strictObject({
    product: z.string().optional(),
    degraded: z.coerce.number().pipe(z.int().min(0)).default(DEGRADED),
  }),
  result: LineCardResult,
  figures: LINE_CARD_FIGURES,
  async open({ product, degraded }, context) {
    const card = await readCard(product, context);
    const knownOf = await knownOfProduct(card.product.id, context);
    const tasks = new Map(tasksOf(card, { degraded, knownOf }).map((task) => [task.id, task]));
    return {
      dataset: card.product.id,
      files: [],
      items: [...tasks.values()].map(({ measure: _, ...item }) => item),
      versions: { bank: card.product.bank, features: card.product.model, pictures: hashOf(card) },
      async measure({ id }) {
        const task = tasks.get(id);
        if (!task) throw new TypeError(`${id} is no item of this card`);
        return task.measure(context);
      },
      sections: async (measured) => lineCardSections(measured),
    };
  },
  score: scoreLineCard,
});

/** There are no files: what was judged is told by the hash of its pictures. */
const hashOf = ({ pictures }: Card): string =>
  createHash("sha256")
    .update(
      pictures
        .map(({ image }) => image)
        .sort()
        .join(),
    )
    .digest("hex");

interface Task extends Item {
  readonly measure: (context: SuiteContext) => Promise<LineCardResult>;
}

/** A part of the card is a list of tasks here, a member of `LineCardResult` and its figures. */
const tasksOf = (
  { product, pictures }: Card,
  { degraded, knownOf }: { degraded: number; knownOf: KnownOf },
): Task[] => {
  const items = pictures.map((picture) => ({
    ...picture,
    id: picture.name,
    stratum: picture.type === GOOD ? GOOD : "bad",
  }));
  return [
    ...items.slice(0, TIMED).map((picture) => timedTask(picture, product.id)),
    ...items.map((picture) => judgedTask(picture, undefined)),
    ...limited(items, REPORTED).map((picture) => reportedTask(picture, { product: product.id, knownOf })),
    ...limited(items, 2 * degraded).flatMap((picture) =>
      DEGRADATIONS.flatMap(({ kind }) =>
        SEVERITIES.map((severity) => judgedTask(picture, { kind, severity })),
      ),
    ),
  ];
};

type Stratified = CardPicture & { readonly stratum: string };

const timedTask = ({ name, image }: Stratified, product: string): Task => ({
  id: `${name} timed`,
  stratum: "timed",
  isAlone: true,
  async measure(context) {
    const picture = { fileName: name, bytes: await context.inspector.blobs.get(image) };
    return { part: "timed", ...(await timedInspection(picture, product, context.inspector, context)) };
  },
});

const reportedTask = (
  { name, image, type, stratum }: Stratified,
  { product, knownOf }: { product: string; knownOf: KnownOf },
): Task => ({
  id: `${name} report`,
  stratum: `reported ${stratum}`,
  group: name,
  async measure(context) {
    const picture = { fileName: name, bytes: await context.inspector.blobs.get(image) };
    const reports = () => inspectBoth(picture, { product, writer: RULE_WRITER }, context);
    return { part: "reported", ...(await judgeSubject({ id: name, truth: type, reports }, knownOf)) };
  },
});

/** All of one picture is drawn together: its degraded versions resemble each other. */
const judgedTask = (picture: Stratified, damage: Damage | undefined): Task => ({
  id: damage ? `${picture.name} ${damage.kind} ${damage.severity}` : picture.name,
  stratum: picture.stratum,
  group: picture.name,
  async measure(context) {
    const { inspector, signal } = context;
    const image = damage ? await degradedBlob(picture, damage, context) : picture.image;
    const question = { image, product: picture.judge, view: DEFAULT_VIEW };
    const found = await inspector.tool("detectAnomaly", question, { signal });
    return {
      part: "judged",
      type: picture.type,
      ...(damage && { damage }),
      relativeScore: found.distance / (found.threshold ?? found.highestGood),
      pValue: found.pValue,
      alpha: found.alpha,
    };
  },
});

const degradedBlob = async (
  { image, name }: CardPicture,
  { kind, severity }: Damage,
  { inspector, seed }: SuiteContext,
) => {
  const bytes = await inspector.blobs.get(image);
  const picture = await reduced(await decodePicture(bytes, { fileName: name, maxPixels: MAX_PIXELS }));
  const level = SEVERITIES.find((known) => known === severity) ?? 1;
  const { rgb, widthPx, heightPx } = await degrade(picture, { kind, severity: level, seed });
  const raw = { width: widthPx, height: heightPx, channels: 3 } as const;
  return inspector.blobs.put(await sharp(rgb, { raw }).png({ compressionLevel: 1 }).toBuffer());
};

const reduced = (picture: Picture): Promise<Picture> => {
  const scale = Math.min(1, LARGEST_DEGRADED_PX / Math.max(picture.widthPx, picture.heightPx));
  const edge = (px: number) => Math.max(1, Math.round(px * scale));
  return resizePicture(picture, { widthPx: edge(picture.widthPx), heightPx: edge(picture.heightPx) });
};
