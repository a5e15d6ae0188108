/**
 * `npm run pictures`: the report in a browser, as `docs/pictures` shows it. Its fonts are those of the machine, so no test
 * compares the dots; beside the pictures stands of which report each was made, and a test compares that.
 */

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export const LINE =
  "simulate --principal 50000 --days-overdue 90 --daily 50 --as-of 2026-11-22 --days 365 --every month --format html";
export const MADE_OF = "test/documents/report-pictures.json";
const SIZE = { width: 860, height: 760 };

/** The digest of what a picture has room for: the style, the figures at the head, and the first sentences. */
export function digestOf(report) {
  const seen = report.slice(report.indexOf("<style>"), report.indexOf("</section>"));
  return createHash("sha256").update(seen).digest("hex");
}

async function draw() {
  const { chromium } = await import("playwright-core");
  const folder = mkdtempSync(join(tmpdir(), "overdue-sim-pictures-"));
  // As root, as in a container, chromium starts only without its sandbox.
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
  const digests = {};
  for (const language of ["en", "zh"]) {
    const path = join(folder, `${language}.html`);
    execFileSync(process.execPath, ["dist/overdue-sim.cjs", ...LINE.split(" "), "--lang", language, "-o", path]);
    digests[language] = digestOf(readFileSync(path, "utf8"));
    const page = await browser.newPage({ viewport: SIZE, colorScheme: "light" });
    await page.goto(pathToFileURL(path).href);
    await page.locator(".what-if").waitFor();
    await page.screenshot({ path: resolve(`docs/pictures/report-${language}.png`) });
  }
  await browser.close();
  rmSync(folder, { recursive: true });
  writeFileSync(MADE_OF, `${JSON.stringify(digests, null, 2)}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await draw();
