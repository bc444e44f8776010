// A dot plot (Wilkinson 1999): one dot a number, stacked where numbers are near each other, with one limit.
import { html } from "hono/html";
import type { Markup } from "./html-verdict.ts";
import * as write from "./numbers.ts";

const WIDTH = 880;
const RADIUS = 5;
const MARGIN = 24;
/** More dots than fit above each other make all of them smaller. */
const HIGHEST_STACK = 18;
const TICKS = 5;

export interface DotPlot {
  readonly values: readonly number[];
  readonly limit: number | undefined;
  /** Beside the limit, and below the axis. */
  readonly words: { readonly limit: string; readonly axis: string };
}

export const dotPlot = ({ values, limit, words }: DotPlot): Markup => {
  const radius = radiusFor(values, limit);
  const at = axisOf(values, limit);
  const dots = stacked(values.map(at), 2 * radius);
  const floor = 2 * radius * Math.max(4, ...dots.map(({ level }) => level + 1)) + 30;
  const [low, high] = domainOf(values, limit);
  const ticks = Array.from({ length: TICKS }, (_, i) => low + ((high - low) * i) / (TICKS - 1));
  return html`<svg class="dots" viewBox="0 0 ${WIDTH} ${floor + 44}" role="img" aria-label="${words.axis}">
    <line class="axis" x1="${MARGIN}" x2="${WIDTH - MARGIN}" y1="${floor}" y2="${floor}" />
    ${ticks.map((tick) => html`<line class="axis" x1="${at(tick)}" x2="${at(tick)}" y1="${floor}" y2="${floor + 5}" /><text x="${at(tick)}" y="${floor + 18}" text-anchor="middle">${write.quantity(tick)}</text>`)}
    <text x="${WIDTH / 2}" y="${floor + 38}" text-anchor="middle">${words.axis}</text>
    ${dots.map(({ x, level }, i) => html`<circle class="${isBeyond(values[i], limit) ? "beyond" : ""}" cx="${x.toFixed(1)}" cy="${(floor - radius - 1 - 2 * radius * level).toFixed(1)}" r="${(0.9 * radius).toFixed(1)}" />`)}
    ${limit === undefined ? "" : html`<line class="limit" x1="${at(limit)}" x2="${at(limit)}" y1="6" y2="${floor}" /><text x="${at(limit)}" y="14" ${sideOf(at(limit))}>${words.limit}</text>`}
  </svg>`;
};

const isBeyond = (value: number | undefined, limit: number | undefined): boolean =>
  value !== undefined && limit !== undefined && value > limit;

const domainOf = (values: readonly number[], limit: number | undefined): readonly [number, number] => {
  const all = limit === undefined ? values : [...values, limit];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const room = 0.06 * (high - low || high || 1);
  return [Math.max(0, low - room), high + room];
};

const axisOf = (values: readonly number[], limit: number | undefined): ((value: number) => number) => {
  const [low, high] = domainOf(values, limit);
  return (value) => MARGIN + ((value - low) / (high - low)) * (WIDTH - 2 * MARGIN);
};

/** From the left, each dot as low as those that it would touch allow. */
const stacked = (places: readonly number[], width: number): { x: number; level: number }[] => {
  const ends: number[] = [];
  const order = places.map((x, i) => ({ x, i })).toSorted((a, b) => a.x - b.x);
  const levels = new Array<number>(places.length).fill(0);
  for (const { x, i } of order) {
    const free = ends.findIndex((end) => end <= x - width);
    const level = free < 0 ? ends.length : free;
    ends[level] = x;
    levels[i] = level;
  }
  return places.map((x, i) => ({ x, level: levels[i] ?? 0 }));
};

const radiusFor = (values: readonly number[], limit: number | undefined): number => {
  const at = axisOf(values, limit);
  const dots = stacked(values.map(at), 2 * RADIUS);
  const highest = Math.max(...dots.map(({ level }) => level + 1));
  return highest > HIGHEST_STACK ? Math.max(1.5, (RADIUS * HIGHEST_STACK) / highest) : RADIUS;
};

/** Beside the line, on the side with more room. */
const sideOf = (x: number): Markup =>
  x > WIDTH / 2 ? html`text-anchor="end" dx="-6"` : html`text-anchor="start" dx="6"`;
