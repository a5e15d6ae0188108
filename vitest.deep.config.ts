/** The deep tests: all of them, every property over many times the loans, and the real programs that read what is written. */

import { configDefaults, defineConfig } from "vitest/config";
import everyChange from "./vitest.config.ts";

export default defineConfig({
  ...everyChange,
  test: { ...everyChange.test, exclude: configDefaults.exclude, env: { OVERDUE_SIM_RUNS: "4" } },
});
