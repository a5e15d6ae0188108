/** The blocks of a document: the commands it shows, the files they read, and what they print, brought up to date. */

export interface Block {
  readonly language: string;
  /** The file that the block shows; of printed text, which of its paragraphs are shown. */
  readonly note: string;
  readonly text: string;
}

/** Whose block is `text` shows what the `sh` block before it prints. */
const BLOCK = /^```(\w*) ?(.*)\n([\s\S]*?)^```$/gm;
/** Stands for what is left out of what was printed. */
const ELISION = "…";

export function blocksOf(document: string): readonly Block[] {
  return [...document.matchAll(BLOCK)].map(([, language = "", note = "", text = ""]) => ({ language, note, text }));
}

export function scriptsOf(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap(({ language, text }) => (language === "sh" ? [text.trim()] : []));
}

export function filesOf(blocks: readonly Block[]): readonly { readonly name: string; readonly text: string }[] {
  return blocks.flatMap(({ language, note, text }) =>
    language === "text" || note === "" ? [] : [{ name: note, text }],
  );
}

/** The document with what each of its scripts printed now. */
export function withOutputs(document: string, outputs: readonly string[]): string {
  let scripts = 0;
  return document.replace(BLOCK, (block: string, language: string, note: string, text: string) => {
    if (language === "sh") scripts += 1;
    if (language !== "text") return block;
    const printed = outputs[scripts - 1] ?? "";
    const isLeft = note === "" && text.split("\n").includes(ELISION) && isPartOf(printed, text);
    return isLeft ? block : `\`\`\`text${note === "" ? "" : ` ${note}`}\n${shownOf(printed, note)}\n\`\`\``;
  });
}

/** `1 2 7:5`: the first two paragraphs and five lines of the seventh; `-1` is the last. Without a note, all of it. */
function shownOf(printed: string, note: string): string {
  const paragraphs = printed.trimEnd().split(/\n\n/);
  if (note === "") return printed.trimEnd();
  let next = 0;
  let shown = "";
  for (const part of note.split(" ")) {
    const [place = 1, most = Infinity] = part.split(":").map(Number);
    const index = place < 0 ? paragraphs.length + place : place - 1;
    const lines = (paragraphs[index] ?? `no paragraph ${part}`).split("\n");
    const isCut = lines.length > most;
    const before = index === next ? (shown === "" ? "" : "\n") : `${ELISION}\n`;
    shown += `${before}${lines.slice(0, most).join("\n")}\n`;
    next = isCut ? -1 : index + 1;
  }
  return next === paragraphs.length ? shown.trimEnd() : `${shown}${ELISION}`;
}

/** Whether all stretches of shown text between elisions were printed, in their order. */
function isPartOf(printed: string, shown: string): boolean {
  let left = `\n${printed}`;
  return shown
    .trimEnd()
    .split(new RegExp(`^${ELISION}$\n?`, "m"))
    .map((stretch) => stretch.replace(/\n$/, ""))
    .every((stretch) => {
      const place = left.indexOf(`\n${stretch}${stretch === "" ? "" : "\n"}`);
      left = left.slice(place + stretch.length + 1);
      return place >= 0;
    });
}
