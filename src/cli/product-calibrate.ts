import { writeFile } from "node:fs/promises";
import type { Command } from "commander";
import type {
  CalibratedRate,
  CalibratedView,
  Calibration,
  CalibrationChange,
} from "../domain/calibration.ts";
import { GumsaError } from "../errors.ts";
import type { Inspector } from "../inspector.ts";
import { parseAlpha } from "./alpha.ts";
import type { Context } from "./context.ts";
import { writeError } from "./files.ts";
import type { Words } from "./messages.ts";
import { answer, note } from "./output.ts";
import { tableText } from "./table.ts";

interface CalibrateOptions {
  readonly alpha?: number;
  readonly trial?: boolean;
  readonly out?: string;
}

const MOST_NAMED = 5;

export const addProductCalibrate = (product: Command, context: Context): void => {
  const { help } = context.words;
  product
    .command("calibrate")
    .description(help.calibrate.does)
    .argument("<id>", help.product.id)
    .option("--alpha <rate>", help.calibrate.alpha, parseAlpha(context))
    .option("--trial", help.calibrate.trial)
    .option("--out <file>", help.calibrate.out)
    .action((id: string, options: CalibrateOptions) => calibrate(id, options, context));
};

const calibrate = async (id: string, options: CalibrateOptions, context: Context): Promise<void> => {
  const { alpha, trial = false, out } = options;
  const { words } = context;
  if (trial && alpha === undefined) {
    throw new GumsaError("usage_invalid", words.calibrate.alphaNeeded, {
      hint: "gumsa product calibrate --help",
    });
  }
  await using inspector = await context.openInspector();
  if (alpha === undefined) {
    const calibration = await inspector.products.calibration(id);
    answer(context, calibration, () => calibrationText(calibration, words));
  } else {
    const change = await inspector.products.calibrate(id, { alpha, isTrial: trial });
    answer(context, change, () => changeText(change, words));
  }
  if (out !== undefined) await writePage(id, { file: out, inspector, context });
};

const writePage = async (
  id: string,
  { file, inspector, context }: { file: string; inspector: Inspector; context: Context },
): Promise<void> => {
  const page = await inspector.products.calibrationPage(id, context.language);
  await writeFile(file, page).catch((cause: unknown) => {
    throw writeError(file, cause, context.words);
  });
  note(context.io, context.words.report.written(file));
};

const calibrationText = ({ product, alpha, views }: Calibration, words: Words): string =>
  [words.calibrate.title(product, alpha), ...viewsText(views, words)].join("\n");

const changeText = (
  { alphaBefore, isChanged, calibration, verdicts }: CalibrationChange,
  words: Words,
): string => {
  const { product, alpha, views } = calibration;
  const heading = isChanged || alpha === alphaBefore ? words.calibrate.changed : words.calibrate.tried;
  const { modelChange, inspect } = words;
  return [
    heading(product, alphaBefore, alpha),
    ...viewsText(views, words),
    modelChange.compared(verdicts.compared, verdicts.changed.length),
    ...verdicts.changed.map(({ inspection, fileName, recorded, isFailed, pValue }) => {
      const now = isFailed ? modelChange.nowFails : modelChange.nowDoesNot;
      return `  ${inspection}  ${fileName}  ${inspect.verdicts[recorded]} → ${now} (p ${pValue.toPrecision(3)})`;
    }),
  ].join("\n");
};

const viewsText = (views: readonly CalibratedView[], words: Words): string[] =>
  views.length > 0 ? views.flatMap((view) => viewText(view, words)) : [words.calibrate.noBank];

const viewText = ({ view, good, current, rates }: CalibratedView, { calibrate: said }: Words): string[] => {
  const others = rates.filter(({ alpha }) => alpha !== current.alpha);
  const rows = [current, ...others].toSorted((a, b) => a.alpha - b.alpha);
  const { rate, threshold, bound, needed } = said.columns;
  const table = tableText([
    [rate, threshold, bound, needed],
    ...rows.map((row) => rateRow(row, row === current, said)),
  ]);
  const highest = good
    .slice(0, MOST_NAMED)
    .map(({ fileName, distance }) => `${fileName} ${distance.toPrecision(4)}`);
  return [
    said.view({ view, references: good.length }),
    ...table.map((line) => `  ${line}`),
    `  ${said.highest} ${highest.join(", ")}`,
  ];
};

const rateRow = (
  { alpha, threshold, falseAlarmBound, neededReferences }: CalibratedRate,
  isCurrent: boolean,
  said: Words["calibrate"],
): string[] => [
  isCurrent ? said.current(String(alpha)) : String(alpha),
  threshold?.toPrecision(4) ?? said.unreachable,
  falseAlarmBound === undefined ? "–" : `${(100 * falseAlarmBound).toFixed(1)} %`,
  String(neededReferences),
];
