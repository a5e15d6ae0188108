/** Many debts paid off from one budget over ten years: the whole command, without its start. */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { cpuOf, inFolder, interleave } from "./measure.mjs";

const SMALLEST = 50;
const MOST = 1.2;

export function measureDebts() {
  return inFolder((folder) => {
    const sampler = (count) => {
      const path = join(folder, `${count}.csv`);
      writeFileSync(path, `name,principal,rate,days_overdue\n${debts(count)}`);
      // As much for each debt, so that they are cleared after as long.
      const words = ["--debts", path, "--budget", `${200 * count}/month`, "--as-of", "2026-11-22"];
      return () => cpuOf(process.execPath, ["dist/overdue-sim.cjs", "plan", ...words], 1);
    };
    const { one, once, twice, fourfold } = interleave(7, {
      one: sampler(1),
      once: sampler(SMALLEST),
      twice: sampler(2 * SMALLEST),
      fourfold: sampler(4 * SMALLEST),
    });
    const each = once - one;
    return [
      { what: `${2 * SMALLEST} debts over ten years, beyond the start, s`, value: twice - one, most: 0.5 },
      { what: `a debt of ${2 * SMALLEST} ÷ of ${SMALLEST}`, value: (twice - one) / 2 / each, most: MOST },
      { what: `a debt of ${4 * SMALLEST} ÷ of ${SMALLEST}`, value: (fourfold - one) / 4 / each, most: MOST },
    ];
  });
}

/** 5,000 to 18,563 yuan at 10 to 24 % a year, overdue for 10 to 209 days. */
function debts(count) {
  return Array.from({ length: count }, (_, index) => {
    const principal = 5_000 + 137 * ((7 * index) % 100);
    return `debt ${index},${principal},${10 + ((13 * index) % 15)}%/year,${10 + ((17 * index) % 200)}\n`;
  }).join("");
}
