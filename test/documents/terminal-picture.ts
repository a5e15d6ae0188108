/** A picture of a terminal: what a command printed, colours and all, as SVG that is the same on every machine. */

import { displayWidth } from "../../src/output/width.ts";

const FONT = "ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, 'Noto Sans Mono CJK SC', monospace";
const FONT_SIZE = 14;
const CELL_WIDTH = 8.5;
const LINE_HEIGHT = 20;
const MARGIN = 16;
const COLOURS = { background: "#15191e", plain: "#d7dce2", faint: "#98a1ab", 31: "#ff8f85", 32: "#7fd18a" } as const;

/** The escape sequences that a page may have: bold, faint, two colours, and their ends. */
const STYLE = /\u001b\[(\d+)m/;

/** Several spaces, which SVG would draw as one. */
const GAP = /( {2,})/;

interface Style {
  readonly isBold: boolean;
  readonly colour: string;
}

const PLAIN: Style = { isBold: false, colour: COLOURS.plain };

/** `columns` wide; `title` is read to those who cannot see it. */
export function terminalPicture(text: string, columns: number, title: string): string {
  const lines = text.replace(/\n+$/, "").split("\n");
  const width = columns * CELL_WIDTH + 2 * MARGIN;
  const height = lines.length * LINE_HEIGHT + 2 * MARGIN;
  const drawn: string[] = [];
  let style = PLAIN;
  for (const [row, line] of lines.entries()) {
    let column = 0;
    for (const [index, part] of line.split(STYLE).entries()) {
      // Every other part is the number of a style.
      if (index % 2 === 1) style = changed(style, part);
      else {
        for (const word of part.split(GAP)) {
          if (word.trim() !== "") drawn.push(drawnText(word, column, row, style));
          column += displayWidth(word);
        }
      }
    }
  }
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="100%" height="100%" rx="8" fill="${COLOURS.background}"/>`,
    `<g font-family="${FONT}" font-size="${FONT_SIZE}">`,
    ...drawn,
    "</g>",
    "</svg>",
    "",
  ].join("\n");
}

/** Exactly as wide as its cells, whatever the font. */
function drawnText(text: string, column: number, row: number, { isBold, colour }: Style): string {
  const shown = text.trim();
  const x = MARGIN + (column + text.indexOf(shown)) * CELL_WIDTH;
  const y = MARGIN + row * LINE_HEIGHT + FONT_SIZE;
  const length = displayWidth(shown) * CELL_WIDTH;
  const weight = isBold ? ' font-weight="bold"' : "";
  return `<text x="${x}" y="${y}" textLength="${length}" lengthAdjust="spacingAndGlyphs" fill="${colour}"${weight}>${escaped(shown)}</text>`;
}

function changed(style: Style, code: string): Style {
  switch (code) {
    case "1":
      return { ...style, isBold: true };
    case "2":
      return { ...style, colour: COLOURS.faint };
    case "22":
      return PLAIN;
    case "31":
    case "32":
      return { ...style, colour: COLOURS[code] };
    case "39":
      return { ...style, colour: COLOURS.plain };
    default:
      throw new Error(`a page has no style ${code}`);
  }
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
