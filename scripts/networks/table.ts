// The table of docs/models.md, from what was measured: quality at one time, durations at another, on a quiet machine.
import { readFile, writeFile } from "node:fs/promises";
import { z } from "zod";

const ByNetworkAndSet = z.record(z.string(), z.record(z.string(), z.number()));

export const Results = z.object({
  /** In the order of the rows: name and description. */
  networks: z.array(z.object({ name: z.string(), title: z.string() })),
  sets: z.array(z.object({ name: z.string(), size: z.string() })),
  /** Mean image AUROC over the products of the set. */
  quality: z.object({ date: z.string(), auroc: ByNetworkAndSet }),
  /** Median milliseconds from decoded pixels to the distance map, on one thread. */
  times: z.object({ date: z.string(), processor: z.string(), medianMs: ByNetworkAndSet }).optional(),
});
export type Results = z.infer<typeof Results>;

export const readResults = async (file: string): Promise<Results | undefined> => {
  const text = await readFile(file, "utf8").catch(() => undefined);
  return text === undefined ? undefined : Results.parse(JSON.parse(text));
};

export const tableText = ({ networks, sets, quality, times }: Results, inputPx: number): string => {
  const cell = (network: string, set: string): string => {
    const auroc = quality.auroc[network]?.[set]?.toFixed(3) ?? "–";
    const medianMs = times?.medianMs[network]?.[set];
    return medianMs === undefined ? auroc : `${auroc}, ${medianMs.toFixed(0)} ms`;
  };
  const timed = times
    ? `Times: median from decoded pixels to the distance map, one thread of a ${times.processor}, ${times.date}.`
    : "Times were not taken yet: `npx tsx scripts/compare-networks.ts --times --write`, on a quiet machine.";
  return [
    `Mean image AUROC over the products, ${quality.date}. ${timed}`,
    `The bundled network sees pictures near their own size (384 px at the most), the others at ${inputPx} px.`,
    "",
    `| network | ${sets.map(({ name }) => name).join(" | ")} |`,
    `| --- | ${sets.map(() => "---").join(" | ")} |`,
    ...networks.map(
      ({ name, title }) => `| ${title} | ${sets.map((set) => cell(name, set.name)).join(" | ")} |`,
    ),
    "",
    ...sets.map(({ name, size }) => `- ${name}: ${size}`),
  ].join("\n");
};

const [BEGIN, END] = ["<!-- networks: written by scripts/compare-networks.ts -->", "<!-- /networks -->"];

export const writeTable = async (page: string, table: string): Promise<void> => {
  const text = await readFile(page, "utf8");
  const [before, after] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (before < 0 || after < 0) throw new Error(`${page} has no place for the table`);
  await writeFile(page, `${text.slice(0, before + BEGIN.length)}\n\n${table}\n\n${text.slice(after)}`);
};
