// A piece of text as a PDF draws it: words in one font that stand upright in the reader's eye. Pages may be
// turned, and so may single words on them; every run is turned back, and remembers how to find its place again.

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** In points of the shown page, from its top left corner. */
export interface PageBox extends Point {
  readonly width: number;
  readonly height: number;
}

export interface TextRun extends Point {
  readonly text: string;
  /** Left end of the baseline, along and across the reading direction. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** The size of the font. */
  readonly height: number;
  /** Quarter turns clockwise from upright to how it is shown. */
  readonly turns: number;
}

/** What pdf.js tells of a text item, with the page's viewport already applied to its matrix. */
export interface DrawnText {
  readonly text: string;
  /** `[a, b, c, d, e, f]`, y pointing down. */
  readonly matrix: readonly number[];
  readonly width: number;
}

const MAX_TILT_DEGREES = 10;
const ASCENT = 0.86;
const LINE_HEIGHT = 1.1;

/** Undefined for text across a corner: a stamp or a watermark belongs to no sentence. */
export const uprightRun = ({ text, matrix, width }: DrawnText): TextRun | undefined => {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix;
  const quarters = Math.atan2(b, a) / (Math.PI / 2);
  const turns = Math.round(quarters);
  if (Math.abs(quarters - turns) * 90 > MAX_TILT_DEGREES) return undefined;
  const at = turned({ x: e, y: f }, -turns);
  return { text, ...at, width, height: Math.hypot(c, d), turns: ((turns % 4) + 4) % 4 };
};

/** The box on the shown page of a part of a run, from one share of its width to another. */
export const boxOf = (run: TextRun, from = 0, to = 1): PageBox => {
  const top = run.y - ASCENT * run.height;
  const one = turned({ x: run.x + from * run.width, y: top }, run.turns);
  const other = turned({ x: run.x + to * run.width, y: top + LINE_HEIGHT * run.height }, run.turns);
  return {
    x: Math.min(one.x, other.x),
    y: Math.min(one.y, other.y),
    width: Math.abs(one.x - other.x),
    height: Math.abs(one.y - other.y),
  };
};

/** About the page's corner, clockwise as seen. */
const turned = ({ x, y }: Point, quarters: number): Point => {
  const turns = ((quarters % 4) + 4) % 4;
  if (turns === 1) return { x: -y, y: x };
  if (turns === 2) return { x: -x, y: -y };
  return turns === 3 ? { x: y, y: -x } : { x, y };
};
