/** `npm run pictures`: the report in a browser, as `docs/pictures` shows it. The fonts are those of the machine, so no test compares them. */

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const LINE =
  "simulate --principal 50000 --days-overdue 90 --daily 50 --as-of 2026-11-22 --days 365 --every month --format html";
const SIZE = { width: 860, height: 760 };

const folder = mkdtempSync(join(tmpdir(), "overdue-sim-pictures-"));
// As root, as in a container, chromium starts only without its sandbox.
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
for (const language of ["en", "zh"]) {
  const report = join(folder, `${language}.html`);
  execFileSync(process.execPath, ["dist/overdue-sim.cjs", ...LINE.split(" "), "--lang", language, "-o", report]);
  const page = await browser.newPage({ viewport: SIZE, colorScheme: "light" });
  await page.goto(pathToFileURL(report).href);
  await page.screenshot({ path: resolve(`docs/pictures/report-${language}.png`) });
}
await browser.close();
rmSync(folder, { recursive: true });
