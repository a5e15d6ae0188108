/** `batch` beside programs in C and Python that do the same, with one thread and two, at growing sizes. */

import { execFileSync, spawnSync } from "node:child_process";
import { openSync } from "node:fs";
import { join } from "node:path";
import { COLUMNS_WITHOUT_PROJECTION } from "./book.mjs";
import { inFolder, interleave } from "./measure.mjs";

const DAYS = 180;
const PROGRAM = "dist/overdue-sim.cjs";
const MEBIBYTE = 1024;

/** Half a gigabyte of loans are made and thrown away again. */
export function measureBatch() {
  return inFolder(rowsIn);
}

function rowsIn(folder) {
  const book = (loans) => {
    const path = join(folder, `${loans}.csv`);
    const file = openSync(path, "w");
    execFileSync(process.execPath, ["bench/write-book.mjs", String(loans), String(DAYS)], { stdio: ["ignore", file] });
    return path;
  };
  const inC = join(folder, "book");
  const hasC = spawnSync("cc", ["-O2", "-o", inC, "bench/book.c"]).status === 0;
  const [small, middle, large] = [20_000, 200_000, 1_000_000].map(book);
  const figures = ["--columns", COLUMNS_WITHOUT_PROJECTION];
  const batch = (path, ...words) =>
    secondsOf(process.execPath, [PROGRAM, "batch", path, "--no-header", ...words], folder);
  const c = (path, ...words) => secondsOf(inC, words, folder, path);

  const one = interleave(3, {
    batch: () => batch(middle, "--jobs", "1", ...figures),
    ...(hasC ? { c: () => c(middle) } : {}),
  });
  const all = interleave(1, {
    batch: () => batch(small, "--jobs", "1"),
    ...(hasC ? { c: () => c(small, "all") } : {}),
  });
  const python = secondsOf("python3", ["bench/book.py"], folder, small);
  const smallOne = batch(small, "--jobs", "1", ...figures);
  const two = interleave(3, {
    one: () => batch(large, "--jobs", "1", ...figures),
    two: () => batch(large, "--jobs", "2", ...figures),
  });
  return [
    { what: "200,000 loans × 180 days, one thread ÷ C", value: hasC ? one.batch / one.c : null, most: 5 },
    { what: "20,000 loans, all columns, one thread ÷ C", value: hasC ? all.batch / all.c : null },
    { what: "Python ÷ one thread, 20,000 loans", value: python / smallOne },
    { what: "a million loans, one thread ÷ two", value: two.one / two.two, least: 1.6 },
    { what: "thousand loans a second, one thread", value: 200 / one.batch, decimals: 0 },
    { what: "thousand loans a second, two threads", value: 1_000 / two.two, decimals: 0 },
    { what: "a million loans ÷ five times 200,000, one thread", value: two.one / (5 * one.batch), most: 1.2 },
    { what: "peak memory of a million loans, one thread, MiB", value: peakOf(large, figures), most: 100, decimals: 0 },
  ];
}

/** Seconds on the clock of a program that has to succeed. */
function secondsOf(program, words, folder, input) {
  const out = openSync(join(folder, "out.csv"), "w");
  const start = performance.now();
  const stdin = input === undefined ? "ignore" : openSync(input, "r");
  const { status, error } = spawnSync(program, words, { stdio: [stdin, out, "inherit"] });
  if (status !== 0) throw new Error(`${program} ended with ${status ?? error}`);
  return (performance.now() - start) / 1_000;
}

/** The system counts it for the process itself, which is asked as it exits. */
function peakOf(path, words) {
  const report = 'process.on("exit", () => process.stderr.write(String(process.resourceUsage().maxRSS)))';
  const loader = `data:text/javascript,${encodeURIComponent(report)}`;
  const { stderr } = spawnSync(
    process.execPath,
    ["--import", loader, PROGRAM, "batch", path, "--jobs", "1", ...words],
    {
      stdio: ["ignore", "ignore", "pipe"],
    },
  );
  return Number(stderr) / MEBIBYTE;
}
