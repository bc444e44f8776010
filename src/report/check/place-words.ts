// Places in a picture, as both languages say them. A word such as "right" or 위 counts only where it can be no other:
// not in "the right decision", 중앙값 or 위에서 말한.

export interface PlaceClaim {
  readonly row?: "upper" | "middle" | "lower" | undefined;
  readonly column?: "left" | "center" | "right" | undefined;
  /** Halves are wider than thirds. */
  readonly isHalf: boolean;
  readonly words: string;
}

const ROW_EN = "upper|top|uppermost|lower|bottom|lowermost|middle|central|center|centre|mid";
const COLUMN_EN = "left|right|center|centre|middle|left-hand|right-hand";
const PART_EN =
  "side|edge|half|third|corner|part|area|border|portion|quarter|region|section|end|margin|quadrant|zone|rim";

const ENGLISH: readonly RegExp[] = [
  new RegExp(
    `\\b(?:(?<row>${ROW_EN})[\\s-]+(?<column>${COLUMN_EN}))\\b(?:[\\s-]+(?<part>${PART_EN}))?`,
    "gu",
  ),
  /\b(?<column>left|right)[\s-]+(?<row>upper|top|lower|bottom)\b/gu,
  new RegExp(`\\b(?<row>upper|top|lower|bottom)[\\s-]+(?<part>${PART_EN})\\b`, "gu"),
  new RegExp(`\\b(?<column>left|right)(?:-hand)?[\\s-]+(?<part>${PART_EN})\\b`, "gu"),
  /\b(?:on|at|in|to|near|toward|towards|along) the (?:far |very |extreme |exact )?(?:(?<row>top|bottom)|(?<column>left|right))(?= (?:of|in|on|and|with)\b|[.,;)]|$)/gu,
  /\b(?:in|at|near|around|is|lies) the (?:very |exact )?(?<middle>center|centre|middle)(?= (?:of the (?:picture|image|part|frame|photo)|and|with)\b|[.,;)]|$)/gu,
];

const UP_KO = "상단|상부|위쪽|윗부분|윗쪽|맨 위|위편|상측";
const DOWN_KO = "하단|하부|아래쪽|아랫부분|아랫쪽|맨 아래|아래편|하측";
const LEFT_KO = "좌측|왼쪽|왼편|좌편";
const RIGHT_KO = "우측|오른쪽|오른편|우편";
const MIDDLE_KO =
  "중앙(?!값|치)|가운데(?!\\s*(?:[가-힣]+\\s)?(?:\\d|가장|한|두|세|네))|중심부|한가운데|정중앙|중간";
const ANY_KO = `${UP_KO}|${DOWN_KO}|${LEFT_KO}|${RIGHT_KO}|${MIDDLE_KO}|좌상단|우상단|좌하단|우하단|좌상|우상|좌하|우하|위(?=에|$|\\s*모서리)|아래(?=에|$|\\s*모서리)`;
const KOREAN = new RegExp(
  `(?<![가-힣])(?:${ANY_KO})(?:의?\\s*(?:${ANY_KO}|위|아래))*(?:\\s*(?<part>절반))?`,
  "gu",
);

export const placesIn = (prose: string): readonly PlaceClaim[] => [
  ...englishPlaces(prose),
  ...koreanPlaces(prose),
];

const englishPlaces = (prose: string): readonly PlaceClaim[] => {
  const claims: PlaceClaim[] = [];
  let rest = prose;
  for (const pattern of ENGLISH) {
    rest = rest.replace(pattern, (words: string, ...groups: unknown[]) => {
      // The last argument holds the named groups of the pattern.
      const { row, column, part, middle } = groups.at(-1) as Readonly<Record<string, string | undefined>>;
      if (!isOrigin(rest, words)) {
        claims.push({
          row: middle ? "middle" : rowOf(row),
          column: middle ? "center" : columnOf(column),
          isHalf:
            part === "half" ||
            (part !== undefined && row !== undefined && column === undefined && part === "quarter"),
          words,
        });
      }
      return " ";
    });
  }
  return claims;
};

/** "120 px from the left edge" measures; it places nothing. */
const isOrigin = (prose: string, words: string): boolean =>
  new RegExp(`\\bfrom (?:the )?${words}`, "u").test(prose);

const rowOf = (word: string | undefined): PlaceClaim["row"] => {
  if (word === undefined) return undefined;
  if (/^(?:upper|top)/u.test(word)) return "upper";
  return /^(?:lower|bottom)/u.test(word) ? "lower" : "middle";
};

const columnOf = (word: string | undefined): PlaceClaim["column"] => {
  if (word === undefined) return undefined;
  if (word.startsWith("left")) return "left";
  return word.startsWith("right") ? "right" : "center";
};

const koreanPlaces = (prose: string): readonly PlaceClaim[] =>
  [...prose.matchAll(KOREAN)].map((match) => {
    const words = match[0];
    const isUp = /상|위|윗|맨 위/u.test(words);
    const isDown = /하|아래|아랫/u.test(words);
    const isLeft = /좌|왼/u.test(words);
    const isRight = /우|오른/u.test(words);
    const isMiddle = new RegExp(MIDDLE_KO, "u").test(words);
    return {
      row: isUp
        ? "upper"
        : isDown
          ? "lower"
          : isMiddle
            ? isLeft || isRight
              ? "middle"
              : "middle"
            : undefined,
      column: isLeft ? "left" : isRight ? "right" : isMiddle ? "center" : undefined,
      isHalf: match.groups?.part !== undefined,
      words,
    };
  });
