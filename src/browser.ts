/** The outside as an open report gives it: sliders in, figures out, worked out by the program itself. Only here is a page touched. */

import { COMMANDS } from "./cli/commands.ts";
import { commandLine } from "./cli/next-command.ts";
import type { Options } from "./cli/options.ts";
import type { PageRecord } from "./cli/what-if/page-record.ts";
import { type Slider, slidersOf, withValue } from "./cli/what-if/sliders.ts";
import { tableRows } from "./input/csv-table.ts";
import type { InputSources } from "./input/input-files.ts";
import { day } from "./loan/day.ts";
import { wordsFor } from "./messages/languages.ts";
import { sayProblem } from "./messages/problem-line.ts";
import type { Words } from "./messages/words.ts";
import { answerHtml, answerOf, documentOf, highlightsHtml } from "./output/html/body.ts";
import { slidersHtml } from "./output/html/sliders.ts";
import type { Report } from "./output/report.ts";
import type { Platform } from "./platform.ts";

/** The figures, or what was wrong with the values. */
type Found = { readonly kind: "report"; readonly report: Report } | { readonly kind: "problem"; readonly line: string };

/** What happens when a slider is moved. */
class SliderForm {
  readonly #record: PageRecord;
  readonly #words: Words;
  readonly #sliders: readonly Slider[];
  readonly #form: HTMLFormElement;
  /** The values that are still to be shown; while some are worked out, only the last of the others counts. */
  #wanted: Options | null = null;
  #isBusy = false;

  constructor(record: PageRecord, words: Words, sliders: readonly Slider[], form: HTMLFormElement) {
    this.#record = record;
    this.#words = words;
    this.#sliders = sliders;
    this.#form = form;
  }

  listen(): void {
    const form = this.#form;
    form.addEventListener("input", () => this.#changed());
    // The values are put back after the event.
    form.addEventListener("reset", () => requestAnimationFrame(() => this.#changed()));
  }

  #changed(): void {
    let options = this.#record.options;
    let isAsGiven = true;
    for (const [index, slider] of this.#sliders.entries()) {
      const input = this.#form.querySelectorAll("input")[index];
      const value = slider.values[Number(input?.value)];
      const shown = all(this.#form, ".value")[index];
      if (input === undefined || shown === undefined || value === undefined) throw new Error("a slider has no value");
      shown.textContent = value.shown;
      input.setAttribute("aria-valuetext", value.shown);
      if (Number(input.value) === slider.start) continue;
      options = withValue(options, slider, value);
      isAsGiven = false;
    }
    this.#form.classList.toggle("changed", !isAsGiven);
    one(this.#form, "button").toggleAttribute("disabled", isAsGiven);
    this.#wanted = options;
    if (!this.#isBusy) void this.#show();
  }

  async #show(): Promise<void> {
    this.#isBusy = true;
    while (this.#wanted !== null) {
      const options = this.#wanted;
      this.#wanted = null;
      await this.#showOne(options);
      // What was worked out is seen before the next is begun.
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    this.#isBusy = false;
  }

  async #showOne(options: Options): Promise<void> {
    const found = await answer(this.#record, options, this.#words);
    const status = one(this.#form, ".answer");
    // Beside a mistake the figures of other values would stand as its answer.
    const figures = [one(window.document, "#highlights"), one(window.document, "#answer"), one(this.#form, ".command")];
    for (const figure of figures) figure.hidden = found.kind === "problem";
    if (found.kind === "problem") {
      status.className = "answer bad";
      status.textContent = found.line;
      return;
    }
    const { report } = found;
    const document = await documentOf(report);
    one(window.document, "#highlights").innerHTML = [...highlightsHtml(document.cover)].join("");
    one(window.document, "#answer").innerHTML = [...answerHtml(document)].join("");
    const { text = "", tone = "plain" } = answerOf(document.page) ?? {};
    status.className = `answer ${tone}`;
    status.textContent = text;
    const { command, today } = this.#record;
    const dated = options.asOf === undefined && today !== null ? { ...options, asOf: today } : options;
    const parts = commandLine(command, dated).map((part) => span(part));
    one(this.#form, "code").replaceChildren(...parts.flatMap((part, index) => (index === 0 ? [part] : [" ", part])));
  }
}

/** Of a command that starts others. */
const NONE = { run: outOfReach, show: outOfReach };

async function answer(record: PageRecord, options: Options, words: Words): Promise<Found> {
  const entry = COMMANDS.find(({ name }) => name === record.command);
  if (entry === undefined) throw new Error(`no command: ${record.command}`);
  const input = { options, argument: null, moreArguments: [], platform: platformOf(record), program: NONE };
  const result = await entry.start(input, words, []);
  if (result.kind === "done") {
    if (result.content.kind !== "report") throw new Error("a page shows a report");
    return { kind: "report", report: result.content };
  }
  const { problemWords } = await words.load.problems();
  const [problem] = result.problems;
  if (problem === undefined) throw new Error("refused without a reason");
  // Where it is on a line means nothing to who moves a slider.
  const { what, hint } = sayProblem(problem, problemWords);
  return { kind: "problem", line: `${what}${words.main.stop}${hint}` };
}

/** What was read when the page was made, and nothing else. */
function outOfReach(): never {
  throw new Error("a page has no files, streams or threads");
}

function platformOf({ files, today, environment }: PageRecord): Platform & InputSources {
  return {
    get today() {
      return today === null ? outOfReach() : day(today);
    },
    environment,
    tables: { tableRows },
    read: (path) => {
      const text = files[path];
      return text === undefined
        ? { kind: "failed", failure: "missing" }
        : { kind: "read", bytes: new TextEncoder().encode(text) };
    },
    readOwn: outOfReach,
    terminal: null,
    terminalColumns: null,
    terminalRows: null,
    write: outOfReach,
    writeFile: outOfReach,
    continueFile: outOfReach,
    readPieces: outOfReach,
    readWritten: outOfReach,
    isSameFile: outOfReach,
    startThread: outOfReach,
    processors: 1,
    showProgress: null,
    clock: outOfReach,
    listen: outOfReach,
    printError: outOfReach,
  };
}

function one(parent: ParentNode, selector: string): HTMLElement {
  const found = parent.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`nothing is ${selector}`);
  return found;
}

function all(parent: ParentNode, selector: string): readonly HTMLElement[] {
  return [...parent.querySelectorAll<HTMLElement>(selector)];
}

function span(text: string): HTMLElement {
  const element = document.createElement("span");
  element.textContent = text;
  return element;
}

async function start(): Promise<void> {
  const record = JSON.parse(one(document, "#run").textContent ?? "") as PageRecord;
  const words = await wordsFor(record.language, {});
  const found = await answer(record, record.options, words);
  const facts = found.kind === "report" ? found.report.whatIf?.() : undefined;
  if (facts === undefined) return;
  const report = await words.load.report();
  const sliders = slidersOf(record.options, facts, { simulate: words.simulate, report });
  const place = one(document, "#highlights");
  place.insertAdjacentHTML("afterend", slidersHtml(sliders, report.coverWords.whatIf));
  const form = place.nextElementSibling;
  if (!(form instanceof HTMLFormElement)) throw new Error("the sliders have no form");
  new SliderForm(record, words, sliders, form).listen();
}

void start();
