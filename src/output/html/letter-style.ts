/** How a letter looks beyond what every page does: a sheet of paper with open places. */

export const LETTER_STYLE = `
.letter main { max-width: 54rem; }
.letter article { padding: clamp(1.25rem, 6vw, 4.5rem); background: var(--card); border: 1px solid var(--rule); border-radius: .3rem; line-height: 1.7; }
.letter aside { margin: 0 0 1.5rem; padding: 1rem 1.5rem; border: 1px dashed var(--soft); border-radius: .6rem; }
.letter h1 { margin-bottom: 1.5rem; font-size: 1.5rem; text-align: center; }
.letter h2 { margin: 1.75rem 0 .5rem; }
.letter section { margin: 0; }
.letter .sentences p { padding: 0; }
.letter .sentences p::before { content: none; }
.letter .notes { color: inherit; font-size: 1rem; }
.letter aside.notes { color: var(--soft); font-size: .9rem; }
.letter article .notes h2 { font-size: 1.1rem; }
.letter .table { margin: .75rem 0 1rem; border-radius: 0; }
.letter header p:last-child { margin-top: 1.25rem; }
.letter .sentences:has(+ .rows:last-child) { margin-top: 2rem; }
.letter aside h2 { margin-top: 0; }
.open { padding: 0 .15em; background: var(--unapplied); border-radius: .2em; cursor: text; }
.open:focus-visible { outline: 2px solid var(--principal); }
@media print {
  .letter aside { display: none; }
  .letter article { padding: 0; border: 0; font-size: 10.5pt; line-height: 1.55; }
  .letter h1 { margin-bottom: 6mm; font-size: 15pt; }
  .letter h2, .letter article .notes h2 { margin: 5mm 0 2mm; font-size: 11.5pt; }
  .letter article .notes { font-size: 10.5pt; }
  .letter .table { margin: 2mm 0 3mm; }
  .letter .rows:last-child { break-before: page; }
  .open { padding: 0; background: none; }
}
`;
