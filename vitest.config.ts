/** How the tests run that every change is tried on: under a minute. The larger numbers are in `vitest.deep.config.ts`. */

import { configDefaults, defineConfig } from "vitest/config";
import { builtSources } from "./test/sources.ts";

export default defineConfig({
  plugins: [builtSources],
  test: {
    include: ["test/**/*.test.ts"],
    exclude: [...configDefaults.exclude, "test/**/*.deep.test.ts"],
    globalSetup: "test/build-command.ts",
    pool: "threads",
    maxWorkers: 2,
    // No test changes what another sees, so that all may share what is loaded.
    isolate: false,
    env: { OVERDUE_SIM_RUNS: "0.25" },
    // A property takes as long as it takes: no test may fail because the machine is busy.
    testTimeout: 0,
    hookTimeout: 0,
  },
});
