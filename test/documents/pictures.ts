/** The pictures of terminals in the documents: which there are, and what they show. */

import { printed } from "../command-line/in-process.ts";
import { terminalPicture } from "./terminal-picture.ts";

const COLUMNS = 80;

/** A line that is typed, and how many paragraphs of the answer are shown. */
const SCREENS = [
  { name: "simulate", line: "simulate --principal 50000 --daily 50 --chart --brief", paragraphs: 3 },
  { name: "compare", line: "compare --principal 50000 --days-overdue 90 --daily 50 --chart", paragraphs: 4 },
] as const;

export const TERMINAL_PICTURES = (["en", "zh"] as const).flatMap((language) =>
  SCREENS.map(({ name, line, paragraphs }) => ({
    path: `docs/pictures/${name}-${language}.svg`,
    draw: async (): Promise<string> => {
      const environment = { FORCE_COLOR: "1", COLUMNS: String(COLUMNS), OVERDUE_SIM_LANG: language };
      const output = await printed(line.split(" "), { environment });
      const shown = output.split("\n\n").slice(0, paragraphs).join("\n\n");
      return terminalPicture(`$ overdue-sim ${line}\n${shown}`, COLUMNS, `overdue-sim ${line}`);
    },
  })),
);
