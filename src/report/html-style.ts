// The page's whole style: system fonts, both colour schemes, and paper.
export const REPORT_STYLE = `
:root {
  color-scheme: light dark;
  --paper: #f6f6f3; --card: #fdfdfb; --ink: #1b1f23; --quiet: #616a72; --line: #d9dad4; --accent: #37516b;
  --pass: #1d6f47; --fail: #b02a21; --review: #8a5a00; --retake: #2f5d92;
  --sans: "Noto Sans KR", "Apple SD Gothic Neo", "Malgun Gothic", system-ui, -apple-system, "Segoe UI", "Noto Sans CJK KR", sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Consolas, "DejaVu Sans Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14171a; --card: #1b1f23; --ink: #e6e7e4; --quiet: #9aa3ab; --line: #333a40; --accent: #a9c3dc;
    --pass: #5fc392; --fail: #f0877e; --review: #e3b252; --retake: #86b3e8;
  }
}
* { box-sizing: border-box; margin: 0; }
body { background: var(--paper); color: var(--ink); font: 15px/1.6 var(--sans); word-break: keep-all; overflow-wrap: anywhere; }
main { max-width: 960px; margin: 0 auto; padding: 40px 28px 64px; display: grid; gap: 28px; }
main > * { min-width: 0; }
h1 { font-size: 26px; font-weight: 600; letter-spacing: -0.01em; line-height: 1.3; }
h2 { font-size: 13px; font-weight: 600; color: var(--quiet); margin-bottom: 8px; letter-spacing: 0.02em; }
h3 { font-size: 12px; font-weight: 600; color: var(--quiet); }
ul { list-style: none; padding: 0; }
a { color: inherit; }
i, em { font-style: normal; }
.maker { font-size: 13px; font-weight: 600; color: var(--accent); letter-spacing: 0.04em; }
.maker span { font-weight: 400; color: var(--quiet); }
header dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(190px, 1fr)); gap: 10px 24px; margin-top: 16px; padding-top: 14px; border-top: 1px solid var(--line); }
dt { font-size: 12px; color: var(--quiet); }
dd { font-size: 14px; }
.id, .number, .tick i, .legend b, .meter b { font-family: var(--mono); font-size: 12.5px; font-variant-numeric: tabular-nums; }
.verdict, .measure { --tone: var(--retake); }
.pass { --tone: var(--pass); } .fail { --tone: var(--fail); } .review { --tone: var(--review); } .retake { --tone: var(--retake); }
.verdict { display: flex; gap: 22px; align-items: center; padding: 22px 26px; background: var(--card); border: 1px solid var(--line); border-left: 6px solid var(--tone); border-radius: 4px; }
.verdict .word { font-size: 30px; font-weight: 700; line-height: 1.25; color: var(--tone); }
.verdict .word::first-letter { text-transform: uppercase; }
.shape { flex: none; width: 64px; height: 64px; fill: var(--tone); }
.shape .sign { fill: none; stroke: var(--card); stroke-width: 4.5; stroke-linecap: round; stroke-linejoin: round; }
.headline { margin-top: 8px; display: grid; gap: 2px; }
.headline div { display: flex; gap: 10px; }
.headline dt { flex: none; min-width: 96px; line-height: 22px; }
.gallery { display: grid; grid-template-columns: repeat(auto-fill, minmax(132px, 1fr)); gap: 14px; margin-bottom: 14px; }
.gallery figcaption { font-size: 12px; line-height: 1.45; color: var(--quiet); margin-top: 4px; }
.gallery img { aspect-ratio: 1; object-fit: contain; }
.strips { grid-template-columns: 1fr; }
.strips img { aspect-ratio: auto; border: 1px solid var(--line); }
.measure { display: grid; grid-template-columns: repeat(auto-fit, minmax(320px, 1fr)); gap: 20px 40px; }
.scale figcaption { font-size: 13px; color: var(--quiet); }
.scale b { font-weight: 600; color: var(--ink); }
.strip { position: relative; height: 30px; margin: 24px 14px 28px; border-bottom: 1px solid var(--quiet); }
.strip > span { position: absolute; bottom: 0; }
.zone { left: 0; height: 100%; background: color-mix(in srgb, var(--fail) 13%, transparent); }
.zone.far { right: 0; }
.zone.far em { left: auto; right: 0; }
.zone em { position: absolute; left: 0; bottom: 100%; font-size: 11px; color: var(--fail); white-space: nowrap; }
.tick { height: 5px; border-left: 1px solid var(--quiet); }
.tick i { position: absolute; white-space: nowrap; line-height: 1.4; top: 7px; left: 0; transform: translateX(-50%); font-size: 11px; color: var(--quiet); }
.limit { height: 100%; border-left: 2px dashed var(--quiet); transform: translateX(-1px); }
.mark, .good { width: 13px; height: 13px; transform: translate(-50%, 50%); border-radius: 50%; border: 2px solid var(--tone); background: var(--tone); }
.good { background: var(--card); border-color: var(--quiet); }
.legend { display: flex; flex-wrap: wrap; gap: 2px 20px; font-size: 13px; color: var(--quiet); }
.legend b { font-size: 13px; }
.key { display: inline-block; vertical-align: -1px; margin-right: 6px; }
.key.mark, .key.good { transform: none; width: 11px; height: 11px; }
.key.limit { height: 14px; margin: 0 10px 0 5px; vertical-align: -3px; }
.pictures { display: grid; gap: 18px; }
.pair { display: grid; grid-template-columns: 2fr 1fr; gap: 18px; align-items: start; }
.beside { display: grid; gap: 12px; }
.frame { position: relative; line-height: 0; border: 1px solid var(--line); border-radius: 3px; overflow: hidden; }
.frame img { width: 100%; height: auto; display: block; }
.pictures figcaption { font-size: 12px; color: var(--quiet); margin-top: 4px; }
.region { position: absolute; outline: 1.5px solid #fff; box-shadow: 0 0 0 3px rgba(20, 20, 20, 0.65); }
.region b, .badge { font: 600 12px/18px var(--mono); min-width: 18px; padding: 0 4px; text-align: center; border-radius: 2px; background: #1b1f23; color: #fff; }
.region b { position: absolute; left: -3px; bottom: calc(100% + 3px); }
.badge { display: inline-block; }
.grounded { position: absolute; outline: 1.5px solid #56b4e9; box-shadow: 0 0 0 3px rgba(20, 20, 20, 0.45); }
.grounded.unsupported { outline: 1.5px dashed #e69f00; box-shadow: none; }
.grounded b { position: absolute; right: -2px; top: calc(100% + 2px); font: 600 12px/18px var(--mono); padding: 0 4px; border-radius: 2px; background: #56b4e9; color: #111; }
.grounded.unsupported b { background: #e69f00; }
.key.supported, .key.unsupported { width: 14px; height: 10px; border: 2px solid #56b4e9; }
.key.unsupported { border: 2px dashed #e69f00; }
article { background: var(--card); border: 1px solid var(--line); border-radius: 4px; padding: 4px 26px; }
.section { display: grid; grid-template-columns: 108px 1fr; gap: 16px; padding: 18px 0; border-bottom: 1px solid var(--line); }
.section:last-child { border: 0; }
.section h2 { font-size: 15px; color: var(--ink); margin: 0; }
.section li + li { margin-top: 7px; }
.bullet { display: block; padding-left: 22px; text-indent: -10px; }
.chip { text-indent: 0; }
.chip { display: inline-block; font: 500 11px/17px var(--mono); padding: 0 5px; margin-right: 3px; border: 1px solid var(--line); border-radius: 3px; color: var(--accent); text-decoration: none; white-space: nowrap; }
.chip:hover, .chip:focus { border-color: var(--accent); }
.wide { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: 13.5px; line-height: 1.5; }
th { text-align: left; font-size: 12px; font-weight: 600; color: var(--quiet); }
th, td { padding: 7px 14px 7px 0; border-bottom: 1px solid var(--line); vertical-align: top; }
td:last-child { padding-right: 0; }
th.number, td.number { text-align: right; white-space: nowrap; }
th.number { font-family: inherit; font-size: 12px; }
.evidence td:nth-child(1) { width: 52px; } .evidence td:nth-child(2) { width: 128px; color: var(--quiet); }
tr:target { background: color-mix(in srgb, var(--accent) 14%, transparent); }
.fact { display: inline-block; margin-right: 16px; }
.fact i { color: var(--quiet); font-size: 12px; }
blockquote { margin-bottom: 4px; padding-left: 12px; border-left: 2px solid var(--line); }
.columns { display: grid; grid-template-columns: 1fr 1fr; gap: 40px; }
.grade { font-size: 17px; font-weight: 600; color: var(--pass); }
.grade.limited { color: var(--review); } .grade.unusable { color: var(--fail); }
.quiet, .readers i, .removed i { color: var(--quiet); font-size: 13px; }
.meter { display: grid; grid-template-columns: 112px 1fr 52px; gap: 10px; align-items: center; font-size: 13.5px; }
.meter b { text-align: right; }
.bar { height: 6px; border: 1px solid var(--line); border-radius: 3px; overflow: hidden; }
.bar span { display: block; height: 100%; background: var(--review); }
.readers li { font-size: 13.5px; padding-left: 18px; position: relative; }
.readers b { font-weight: 600; }
.readers li::before { position: absolute; left: 0; content: "●"; font-size: 10px; line-height: 22px; color: var(--pass); }
.readers .skipped::before { content: "○"; color: var(--quiet); }
.readers .failed::before { content: "▲"; color: var(--fail); }
.removed li { font-size: 13.5px; margin-bottom: 6px; }
.removed s { color: var(--quiet); }
.record { border-top: 1px solid var(--line); padding-top: 16px; font-size: 12.5px; display: grid; gap: 8px; }
.record h2 { margin: 0; }
@media (max-width: 680px) {
  main { padding: 22px 16px 40px; }
  .pair, .columns, .section { grid-template-columns: 1fr; }
  .section { gap: 6px; }
}
@media print {
  :root { --paper: #fff; --card: #fff; --ink: #000; --quiet: #555; --line: #ccc; --accent: #333; --pass: #1d6f47; --fail: #b02a21; --review: #8a5a00; --retake: #2f5d92; }
  @page { size: A4; margin: 14mm; }
  body { font-size: 10.5pt; }
  main { max-width: none; padding: 0; display: block; }
  main > * + * { margin-top: 16px; }
  .pair { width: 72%; }
  .gallery:not(.strips) { grid-template-columns: repeat(6, 1fr); }
  .verdict, figure, tr, li, .section h2, .columns { break-inside: avoid; }
  h2 { break-after: avoid; }
  article { border: 0; padding: 0; }
  .section:first-child { padding-top: 0; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
