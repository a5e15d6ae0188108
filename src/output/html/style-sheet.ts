/** How a report looks: on a screen by day and by night, and on A4 paper. */

import { GROUNDS, INK, MOTIF_COLOURS, SOFT, TEXT_SIZE, TICK_SIZE } from "../chart/paints.ts";

export const STYLE_SHEET = `
:root {
  color-scheme: light dark;
  --paper: #f6f4ef; --card: #ffffff; --ink: ${INK}; --soft: ${SOFT}; --rule: #dcd8ce; --faint: #f1eee7;
  --good: #14633f; --bad: #a22c1c;
  --charges-motif: ${MOTIF_COLOURS.charges}; --owed-motif: ${MOTIF_COLOURS.owed}; --unapplied-motif: ${MOTIF_COLOURS.unapplied}; --motif: ${MOTIF_COLOURS.debt};
${Object.entries(GROUNDS)
  .map(([key, colour]) => `  --${key}: ${colour};`)
  .join("\n")}
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #12161b; --card: #1b2128; --ink: #e9e6df; --soft: #a7b0ba; --rule: #363f49; --faint: #232a32;
    --good: #7ed0a2; --bad: #f3a08f;
    --principal: #56b3bb; --charges: #6d3626; --charges-motif: #f0a083; --owed: #39424c; --owed-motif: #98a3af;
    --unapplied: #4a4122; --unapplied-motif: #dcc06a;
    --debt-1: #56b3bb; --debt-2: #8a671f; --debt-3: #3f5d94; --debt-4: #85486b; --debt-5: #5c6a30; --debt-6: #4b555f; --motif: #e9e6df;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1rem/1.6 system-ui, -apple-system, "Segoe UI", "Helvetica Neue", "PingFang SC", "Hiragino Sans GB",
    "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif;
  font-variant-numeric: tabular-nums lining-nums; overflow-wrap: anywhere;
}
main { max-width: 76rem; margin: 0 auto; padding: clamp(1rem, 4vw, 3rem) clamp(1rem, 4vw, 2.5rem) 2rem; }
header { margin-bottom: 1.75rem; }
.subject { margin: 0 0 .25rem; color: var(--soft); font-size: .9rem; letter-spacing: .02em; }
h1 { margin: 0; font-size: clamp(1.6rem, 1.2rem + 2vw, 2.4rem); line-height: 1.2; font-weight: 650; text-wrap: balance; }
h1.long { font-size: 1.15rem; line-height: 1.45; }
h2 { margin: 0 0 .75rem; font-size: 1.1rem; line-height: 1.35; font-weight: 650; }
p { margin: 0 0 .6rem; }
section { margin: 0 0 2rem; }
.verdict + .verdict, .verdict + .notes, .notes + .verdict { margin-top: -1rem; }
time { white-space: nowrap; }
.good { color: var(--good); }
.bad { color: var(--bad); }

.highlights { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); gap: .75rem; margin: 0 0 1.75rem; }
.highlights div { padding: .8rem 1rem .85rem; background: var(--card); border: 1px solid var(--rule); border-radius: .6rem; color: var(--ink); }
.highlights dt { color: var(--soft); font-size: .82rem; line-height: 1.35; }
.highlights dd { margin: .25rem 0 0; font-size: 1.3rem; line-height: 1.25; font-weight: 650; }
.highlights .words { font-size: 1.05rem; line-height: 1.35; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; overflow-wrap: anywhere; }
.highlights .long { font-size: 1.1rem; }
.highlights .good dd { color: var(--good); }
.highlights .bad dd { color: var(--bad); }

.what-if { margin: 0 0 2rem; padding: clamp(1rem, 3vw, 1.75rem); background: var(--card); border: 1px solid var(--rule); border-left: .3rem solid var(--principal); border-radius: .6rem; }
.what-if h2 { margin-bottom: .25rem; }
.what-if > p { max-width: 62rem; color: var(--soft); font-size: .9rem; }
.sliders { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr)); gap: .9rem 2rem; margin: 1rem 0; }
.sliders div { display: grid; grid-template-columns: 1fr auto; gap: .1rem .75rem; align-items: baseline; }
.sliders label { color: var(--soft); font-size: .9rem; }
.sliders .value { font-size: 1.1rem; font-weight: 650; }
.sliders input { grid-column: 1 / -1; width: 100%; height: 2rem; margin: 0; accent-color: var(--principal); cursor: pointer; }
.sliders input:focus-visible, button:focus-visible { outline: 3px solid var(--principal); outline-offset: 2px; border-radius: .3rem; }
.what-if .answer { margin: .25rem 0 .75rem; color: var(--ink); font-size: 1rem; font-weight: 600; }
.what-if .answer.good { color: var(--good); }
.what-if .answer.bad { color: var(--bad); }
.what-if:not(.changed) :is(.answer, .command) { display: none; }
.what-if .command { margin: 0 0 1rem; padding: 0; }
button { padding: .45rem 1rem; background: var(--card); border: 1px solid var(--soft); border-radius: .4rem; color: var(--ink); font: inherit; font-size: .9rem; cursor: pointer; }
button:disabled { opacity: .45; cursor: default; }

.verdict { padding: clamp(1rem, 3vw, 1.75rem); background: var(--card); border: 1px solid var(--rule); border-radius: .6rem; }
.verdict p, .sentences p { position: relative; max-width: 62rem; padding-left: 1.5rem; }
.verdict p.answer { font-size: 1.18rem; line-height: 1.5; font-weight: 600; }
.verdict p:last-child { margin-bottom: 0; }
.verdict p::before, .sentences p::before { content: "·" / ""; position: absolute; left: 0; width: 1rem; text-align: center; font-weight: 700; }
.verdict p, .sentences p { color: var(--ink); }
.verdict p.answer.bad { color: var(--bad); }
.verdict p.answer.good { color: var(--good); }
.verdict p.good::before, .sentences p.good::before { content: "✓" / ""; color: var(--good); }
.verdict p.bad::before, .sentences p.bad::before { content: "!" / ""; color: var(--bad); }

.command { margin: .9rem 0; padding-left: 1.5rem; }
.command p, .verdict .command p { margin: 0 0 .3rem; padding: 0; color: var(--soft); font-size: .85rem; font-weight: 400; line-height: 1.4; }
.verdict .command p::before { content: none; }
pre { margin: 0; padding: .6rem .8rem; background: var(--faint); border-radius: .4rem; white-space: pre-wrap; overflow-x: auto; }
code span { white-space: nowrap; }
code { font: .85rem/1.5 ui-monospace, "SFMono-Regular", Menlo, Consolas, "DejaVu Sans Mono", monospace; }

.charts { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 1rem; }
figure { margin: 0; padding: 1.1rem 1.25rem 1rem; background: var(--card); border: 1px solid var(--rule); border-radius: .6rem; }
figure.of_each_payment, figure:only-child { grid-column: 1 / -1; }
figure.who_gets_what { grid-row: span 2; }
figure:only-child svg[viewBox] { max-width: 44rem; }
figcaption { margin-bottom: .75rem; font-weight: 650; }
svg.chart { display: block; width: 100%; overflow: visible; }
svg.chart[viewBox] { height: auto; }
.chart text { fill: var(--ink); font-size: ${TEXT_SIZE}px; }
.of_each_payment .chart text { font-size: 14px; }
.chart .tick { fill: var(--soft); font-size: ${TICK_SIZE}px; }
.chart :is(.grid, .edge) { stroke: var(--ink); }
.chart .part { stroke: var(--card); stroke-width: .75; }
${Object.keys(GROUNDS)
  .map((key) => `.ground-${key} { fill: var(--${key}); }`)
  .join("\n")}
.motif-debt { stroke: var(--motif); }
.motif-charges { stroke: var(--charges-motif); }
.motif-owed { fill: var(--owed-motif); }
.motif-unapplied { stroke: var(--unapplied-motif); }

.table { overflow-x: auto; background: var(--card); border: 1px solid var(--rule); border-radius: .6rem; }
.table:focus-visible { outline: 3px solid var(--principal); outline-offset: 2px; }
table { width: 100%; border-collapse: collapse; font-size: .86rem; line-height: 1.35; }
th, td { padding: .42rem .55rem; text-align: right; white-space: nowrap; vertical-align: top; border-bottom: 1px solid var(--rule); }
thead th { background: var(--faint); color: var(--soft); font-weight: 600; vertical-align: bottom; overflow-wrap: normal; min-width: 4em; }
tbody th { font-weight: 500; }
td.words { min-width: 4.5em; }
tbody th.words { min-width: 9em; }
tbody tr:last-child > * { border-bottom: 0; }
tbody tr:nth-child(even) { background: var(--faint); }
tbody td.words:last-child { min-width: 9em; }
th:first-child, .left, .words { text-align: left; }
thead th, .words { white-space: normal; }

.notes { color: var(--soft); font-size: .9rem; }
.notes h2 { color: var(--ink); font-size: 1rem; }
ul { margin: 0; padding-left: 1.2rem; }
li { margin-bottom: .25rem; }
footer { margin-top: 2.5rem; padding-top: .75rem; border-top: 1px solid var(--rule); color: var(--soft); font-size: .82rem; }

@media (min-width: 62rem) {
  .chart[viewBox] text { font-size: 10.5px; }
  .chart[viewBox] .tick { font-size: 10px; }
}
@media (max-width: 48rem) {
  /* Two beside each other, or one where letters are large. */
  .highlights { grid-template-columns: repeat(auto-fit, minmax(min(max(8.5rem, 40%), 100%), 1fr)); }
  .highlights div { padding: .6rem .75rem .7rem; }
  .highlights dd { font-size: 1.15rem; }
  .highlights .words, .highlights .long { font-size: .9rem; }
  .charts { grid-template-columns: minmax(0, 1fr); }
  figure { padding: .9rem .9rem .8rem; }
}

@page { size: A4; margin: 15mm 14mm 16mm; @bottom-right { content: counter(page) " / " counter(pages); font-size: 8pt; color: #56616d; } }
@page across { size: A4 landscape; margin: 13mm 12mm 14mm; }
@media print {
  :root {
    color-scheme: light;
    --paper: #ffffff; --card: #ffffff; --ink: #111820; --soft: #4a545f; --rule: #cfcbc2; --faint: #f4f2ed;
  }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  body { font-size: 10pt; line-height: 1.45; }
  main { max-width: none; padding: 0; }
  header { margin-bottom: 5mm; }
  h1 { font-size: 19pt; }
  h1.long { font-size: 12pt; }
  h2, figcaption { break-inside: avoid; break-after: avoid; }
  /* Firefox knows no break-after: a heading that needs room takes it from what follows. */
  h2::after { content: ""; display: block; height: 28mm; margin-bottom: -28mm; }
  section { margin-bottom: 6mm; }
  .highlights { grid-template-columns: repeat(4, minmax(0, 1fr)); gap: 3mm; margin-bottom: 5mm; }
  .highlights div { padding: 2.5mm 3mm; }
  .highlights dd { font-size: 12.5pt; }
  .highlights .words, .highlights .long { font-size: 10pt; }
  .what-if { margin-bottom: 5mm; padding: 3mm 5mm; break-inside: avoid; }
  .what-if:not(.changed), .what-if :is(p, .command, input, button) { display: none; }
  .sliders { grid-template-columns: repeat(4, minmax(0, 1fr)); gap: 3mm; margin: 2mm 0 0; }
  .sliders div { display: block; }
  .sliders :is(label, .value) { display: block; font-size: 9.5pt; }
  .verdict { padding: 4mm 5mm; }
  .verdict p.answer { font-size: 11.5pt; }
  .charts { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 4mm; }
  .highlights div, figure, .command, .verdict p, .sentences p, li { break-inside: avoid; }
  figure { padding: 3mm 4mm; }
  figure:only-child svg[viewBox] { max-width: 105mm; }
  .chart[viewBox] text { font-size: 12px; }
  .chart[viewBox] .tick { font-size: 11px; }
  footer { margin-top: 5mm; padding-top: 2mm; break-before: avoid; }
  .notes { font-size: 8.5pt; }
  .sources ul { columns: 2; column-gap: 8mm; font-size: 8pt; }
  .table { overflow: visible; border: 0; border-radius: 0; }
  table { font-size: 8.5pt; }
  tbody .words { min-width: 0; }
  thead { display: table-header-group; }
  tr, .short { break-inside: avoid; }
  th, td { padding: 3pt 4.5pt; }
  .upright-small table { font-size: 6.5pt; }
  .upright-small :is(th, td) { padding: 2.5pt; }
  .across, .across-small, .across-smallest { page: across; }
  .across table { font-size: 7.5pt; }
  .across-small table { font-size: 6pt; }
  .across :is(th, td) { padding: 3pt; }
  .across-small :is(th, td), .across-smallest :is(th, td) { padding: 2pt; }
  .across-smallest table { font-size: 4.5pt; }
}
`;
