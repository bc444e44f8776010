import { REPORT_STYLE } from "../../src/report/html-style.ts";

/** The report's own look, and what tables of figures need. */
export const EVALUATION_STYLE = `${REPORT_STYLE}
main { max-width: 1080px; gap: 20px; }
.warning { border-left: 3px solid var(--review); padding: 4px 12px; }
main > section, .charts figure { background: var(--card); border: 1px solid var(--line); border-radius: 4px; padding: 18px 24px; min-width: 0; }
h2 { font-size: 14px; color: var(--ink); margin-bottom: 6px; }
h2::first-letter { text-transform: uppercase; }
th:last-child { padding-right: 0; }
tbody tr:last-child > * { border-bottom: 0; }
.figures td:first-child { font-weight: 600; }
.figures td > .quiet, .matrix td > .quiet { display: block; font-size: 11px; line-height: 1.35; }
.part th { padding-top: 18px; color: var(--accent); }
section > p.quiet { margin-top: 10px; }
.span { position: relative; display: inline-block; width: 140px; height: 12px; vertical-align: -1px; border-bottom: 1px solid var(--line); }
.span i { position: absolute; bottom: 2px; height: 6px; min-width: 1px; background: color-mix(in srgb, var(--accent) 45%, transparent); border-radius: 2px; }
.span b { position: absolute; bottom: 0; width: 2px; height: 10px; background: var(--accent); }
.matrix { table-layout: fixed; border-collapse: separate; border-spacing: 2px; }
.matrix th, .matrix td { padding: 4px 6px; border: 0; }
.matrix th:first-child { width: 200px; }
.matrix th:not(:first-child) { text-align: center; }
.matrix td[style] { text-align: center; font: 12.5px/1.4 var(--mono); font-variant-numeric: tabular-nums; border-radius: 2px; background: color-mix(in srgb, var(--fail) calc(var(--bad) * 55%), var(--paper)); }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(420px, 1fr)); gap: 20px; }
.charts svg { display: block; width: 100%; max-width: 620px; height: auto; margin: 0 auto; background: #fff; border-radius: 3px; }
.gallery { display: grid; grid-template-columns: repeat(auto-fill, minmax(230px, 1fr)); gap: 18px; }
.gallery img { width: 100%; height: auto; border: 1px solid var(--line); border-radius: 3px; display: block; }
.gallery figcaption { font-size: 12px; color: var(--quiet); margin-top: 4px; }
main > section.record { font-size: 12.5px; padding-top: 18px; }
`;
