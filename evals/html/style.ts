import { REPORT_STYLE } from "../../src/report/html-style.ts";

/** The report's own look, and what tables of figures need. */
export const EVALUATION_STYLE = `${REPORT_STYLE}
main { max-width: 1080px; }
.figures td:first-child { font-weight: 600; }
.span { position: relative; display: inline-block; width: 140px; height: 12px; vertical-align: -1px; border-bottom: 1px solid var(--line); }
.span i { position: absolute; bottom: 2px; height: 6px; min-width: 1px; background: color-mix(in srgb, var(--accent) 45%, transparent); border-radius: 2px; }
.span b { position: absolute; bottom: 0; width: 2px; height: 10px; background: var(--accent); }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(420px, 1fr)); gap: 28px; }
.charts svg { width: 100%; height: auto; background: #fff; border: 1px solid var(--line); border-radius: 3px; }
.gallery { display: grid; grid-template-columns: repeat(auto-fill, minmax(230px, 1fr)); gap: 18px; }
.gallery img { width: 100%; height: auto; border: 1px solid var(--line); border-radius: 3px; display: block; }
.gallery figcaption { font-size: 12px; color: var(--quiet); margin-top: 4px; }
`;
