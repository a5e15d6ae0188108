/** How the tests run that every change is tried on: under a minute. The larger numbers are in `vitest.deep.config.ts`. */

import { configDefaults, defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: [...configDefaults.exclude, "test/**/*.deep.test.ts"],
    globalSetup: "test/build-command.ts",
    pool: "threads",
    maxWorkers: 2,
    // A property takes as long as it takes: no test may fail because the machine is busy.
    testTimeout: 0,
    hookTimeout: 0,
  },
});
