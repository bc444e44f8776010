// The report as Markdown, for tickets and wikis. Pictures stand at the end as data, so that the text stays readable.
import type { Region } from "../domain/region.ts";
import { SECTIONS } from "../domain/report.ts";
import type { Language } from "../domain/language.ts";
import type { VerdictKind } from "../domain/verdict.ts";
import { caseCaption, cropCaption, pageCaption } from "./captions.ts";
import { type PictureData, pictureOf, type ReportDocument } from "./document.ts";
import { factsOf, kindName } from "./evidence-facts.ts";
import { removalText } from "./removal-text.ts";
import { severityText } from "./headline.ts";
import { instant } from "./instant.ts";
import * as write from "./numbers.ts";
import { placeOf } from "./place.ts";
import { uiWordsOf } from "./ui-words.ts";
import { wordsOf } from "./words-of.ts";
import { writerNote } from "./writer-note.ts";

interface Shown {
  readonly name: string;
  readonly caption: string;
  readonly picture: PictureData;
}

export const renderMarkdown = (document: ReportDocument): string => {
  const shown = picturesOf(document);
  const blocks = [
    headLines(document),
    shownLines(shown, /^(?:overlay|heat-map)$/u),
    sectionLines(document),
    regionLines(document),
    shownLines(shown, /^(?:region|case|page)-/u),
    evidenceLines(document),
    removedLines(document),
    shown.map(
      ({ name, picture }) =>
        `[${name}]: data:${picture.mime};base64,${Buffer.from(picture.bytes).toString("base64")}`,
    ),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
};

/** What a chat shows of it: the head and the four sections. */
export const renderBrief = (document: Pick<ReportDocument, "inspection" | "product">): string =>
  `${[...headLines(document), "", ...sectionLines(document)].join("\n")}\n`;

/** The first line, known with the verdict. */
export const briefTitle = (kind: VerdictKind, language: Language): string =>
  `# ${uiWordsOf(language).title}: ${wordsOf(language).verdicts[kind]}`;

const headLines = ({
  inspection,
  product,
}: Pick<ReportDocument, "inspection" | "product">): readonly string[] => {
  const { report, verdict, images, createdAt, id } = inspection;
  const words = uiWordsOf(report.language);
  const { summary, severity, next, language } = report;
  return [
    briefTitle(verdict.kind, language),
    "",
    ...(summary ? [`**${plain(summary.text)}**`, ""] : []),
    `- ${words.product}: ${product === null ? words.noProduct : `${plain(product.names[language])} (${product.id})`}`,
    `- ${words.files}: ${images.map(({ fileName }) => plain(fileName)).join(", ")}`,
    `- ${words.asOf}: ${instant(createdAt)}`,
    `- ${words.inspection}: ${id}`,
    ...(severity ? [`- ${words.severity}: ${severityText(severity, language)}`] : []),
    ...(next ? [`- ${words.next}: **${words[next.who]}**: ${plain(next.text)} ${cited(next.evidence)}`] : []),
  ];
};

const sectionLines = ({ inspection: { report } }: Pick<ReportDocument, "inspection">): readonly string[] => {
  const names = wordsOf(report.language).sections;
  const note = writerNote(report);
  const lines = SECTIONS.flatMap((section) => [
    `## ${names[section]}`,
    "",
    ...report.sections[section].map(({ text, evidence }) => `- ${plain(text)} ${cited(evidence)}`),
    "",
  ]);
  return note === undefined ? lines.slice(0, -1) : [...lines, `*${plain(note)}*`];
};

const regionLines = ({ inspection: { regions, images, report } }: ReportDocument): readonly string[] => {
  const words = uiWordsOf(report.language);
  const picture = images[0]?.image;
  if (regions.length === 0 || picture === undefined) return [];
  const row = ({ x, y, width, height, distance, supportedBy, ...region }: Region, index: number): string =>
    `| ${index + 1} | ${wordsOf(report.language).places[placeOf({ ...region, x, y, width, height }, picture)]} | ${[x, y].map(write.pixels).join(", ")} · ${[width, height].map(write.pixels).join(" × ")} | ${write.quantity(distance)} | ${supportedBy.join(" ")} |`;
  return [
    `## ${words.regions}`,
    "",
    `| # | ${words.place} | ${words.box} | ${words.distanceScale} | ${words.evidence} |`,
    "| --- | --- | --- | --- | --- |",
    ...regions.map(row),
  ];
};

const evidenceLines = ({ inspection: { evidence, report } }: ReportDocument): readonly string[] => [
  `## ${uiWordsOf(report.language).evidence}`,
  "",
  ...evidence.map((item) => {
    const facts = factsOf(item, report.language).map(({ name, value }) => `${name} ${plain(value)}`);
    return `- **${item.id}** ${kindName(item.kind, report.language)}: ${facts.join(", ")}`;
  }),
];

const removedLines = ({ inspection: { report } }: ReportDocument): readonly string[] =>
  report.removed.length === 0
    ? []
    : [
        `## ${uiWordsOf(report.language).removed}`,
        "",
        ...report.removed.map(
          (removed) => `- ~~${plain(removed.text)}~~ (${plain(removalText(removed, report.language))})`,
        ),
      ];

const picturesOf = (document: ReportDocument): readonly Shown[] => {
  const { inspection, pictures } = document;
  const words = uiWordsOf(inspection.report.language);
  const named = (name: string, caption: string, picture: PictureData | undefined): Shown[] =>
    picture ? [{ name, caption, picture }] : [];
  return [
    ...named("overlay", words.overlay, pictures.overlay),
    ...named("heat-map", words.heatMap, pictures.heatMap),
    ...inspection.regions.flatMap((_, index) =>
      named(`region-${index + 1}`, cropCaption(document, index), pictures.crops?.[index]),
    ),
    ...inspection.evidence.flatMap((item): readonly Shown[] => {
      if (item.kind === "similar")
        return pictureOf(pictures.cases, item.id, (picture) => ({
          name: `case-${item.id}`,
          caption: caseCaption(document, item),
          picture,
        }));
      if (item.kind !== "manual") return [];
      return pictureOf(pictures.pages, item.id, (picture) => ({
        name: `page-${item.id}`,
        caption: pageCaption(document, item),
        picture,
      }));
    }),
  ];
};

const shownLines = (shown: readonly Shown[], names: RegExp): readonly string[] =>
  shown.filter(({ name }) => names.test(name)).map(({ name, caption }) => `![${plain(caption)}][${name}]`);

const cited = (evidence: readonly string[]): string => `\`${evidence.join(" ")}\``;

/** No text of a file or manual becomes a heading, a link, a table or HTML. */
const plain = (text: string): string =>
  text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").replace(/[\\`*_{}[\]<>#|~]/gu, "\\$&");
