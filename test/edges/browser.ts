/** The browser in which pages are read, and what a page must not do there: ask for anything, complain, or be unreadable. */

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { folderForAll, printed } from "../command-line/overdue-sim.ts";
import { areThere } from "./programs.ts";

export const isHere = areThere("chromium", ["pdftotext", "-v"]);

export interface Opened {
  readonly page: Page;
  /** Whatever it asked for or complained of. */
  readonly unwanted: readonly string[];
}

export class Reader {
  readonly folder: string;
  readonly #browser: Browser;

  constructor(folder: string, browser: Browser) {
    this.folder = folder;
    this.#browser = browser;
  }

  written(name: string, command: readonly string[]): string {
    const path = join(this.folder, `${name.replaceAll(" ", "-")}.html`);
    printed([...command, "--format", "html", "-o", path], { folder: this.folder });
    return path;
  }

  async opened(path: string, { javaScriptEnabled = true } = {}): Promise<Opened> {
    const unwanted: string[] = [];
    const page = await this.#browser.newPage({ viewport: { width: 1280, height: 900 }, javaScriptEnabled });
    const url = pathToFileURL(path).href;
    page.on("console", (message) => unwanted.push(message.text()));
    page.on("pageerror", (error) => unwanted.push(error.message));
    page.on("dialog", (dialog) => unwanted.push(dialog.message()));
    page.on("request", (request) => {
      if (request.url() !== url) unwanted.push(request.url());
    });
    await page.goto(url);
    return { page, unwanted };
  }
}

/** For the tests of a file; asked for in a test, because where there is no browser there is no reader. */
export function reader(): () => Reader {
  const folder = folderForAll();
  let browser: Browser | undefined;
  beforeAll(async () => {
    // As root, as in a container, chromium starts only without its sandbox.
    if (isHere) browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
  });
  afterAll(async () => {
    await browser?.close();
  });
  return () => {
    if (browser === undefined) throw new Error("chromium is not installed");
    return new Reader(folder, browser);
  };
}

export async function expectReadable(page: Page, colorScheme: "light" | "dark" = "light"): Promise<void> {
  await page.emulateMedia({ colorScheme });
  // Worked out from outside the page, whose policy lets no other script in.
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as { axe: typeof axe };
    const { violations: found } = await checker.run();
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  });
  expect(violations).toEqual([]);
}

/** Nor where a telephone is set to letters of twice the size. */
export async function expectNoScrolling(page: Page): Promise<void> {
  await page.setViewportSize({ width: 360, height: 740 });
  const width = await page.locator("html").evaluate((html) => {
    const usual = html.scrollWidth;
    html.style.fontSize = "200%";
    const large = html.scrollWidth;
    html.style.fontSize = "";
    return { usual, large };
  });
  expect(width).toEqual({ usual: 360, large: 360 });
}
