/** How the bench measures: medians of interleaved samples, so that what slows the machine slows both sides. */

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const CPU_TIMES = /^(\d+)m([\d.]+)s (\d+)m([\d.]+)s$/;

export function median(numbers) {
  const sorted = numbers.toSorted((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The median of what each sampler returns, taken in turn `rounds` times; the first round warms up and is dropped. */
export function interleave(rounds, samplers) {
  const samples = Object.fromEntries(Object.keys(samplers).map((name) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, sample] of Object.entries(samplers)) {
      const measured = sample();
      if (round > 0) samples[name].push(measured);
    }
  }
  return Object.fromEntries(Object.entries(samples).map(([name, taken]) => [name, median(taken)]));
}

/** What is measured with a folder for its files, which goes with it. */
export function inFolder(measure) {
  const folder = mkdtempSync(join(tmpdir(), "overdue-sim-bench-"));
  try {
    return measure(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Seconds on the clock. */
export function timeOf(work) {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}

/**
 * Seconds of CPU, user and system, of a start of a Node; the shell's `times` is the one way to know them of a child.
 * `NODE_EXTRA_CA_CERTS` costs Node 20 more than everything measured here, so no side of a comparison has it.
 */
export function cpuOf(node, words, starts = 3) {
  const script = `for ((i = 0; i < ${starts}; i++)); do "$@" > /dev/null || exit 1; done; times`;
  const { NODE_EXTRA_CA_CERTS: _, NODE_DISABLE_COMPILE_CACHE: __, ...environment } = process.env;
  // From a shell that is not told otherwise comes what the user's own start files set, where its input is a socket.
  const inShell = ["--norc", "-c", script, "bash", node, ...words];
  const shell = spawnSync("bash", inShell, { encoding: "utf8", env: environment });
  const match = CPU_TIMES.exec(shell.stdout?.trim().split("\n").at(-1) ?? "");
  if (shell.status !== 0 || match === null) throw new Error(`node ${words.join(" ")}: ${shell.stderr ?? shell.error}`);
  const [, userMinutes, userSeconds, systemMinutes, systemSeconds] = match.map(Number);
  return (60 * (userMinutes + systemMinutes) + userSeconds + systemSeconds) / starts;
}
