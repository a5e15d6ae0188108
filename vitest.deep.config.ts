/** The deep tests: every property over many times the loans, a real spreadsheet, the package as it is installed. */

import { defineConfig, mergeConfig } from "vitest/config";
import everyChange from "./vitest.config.ts";

const PROPERTIES = ["advice", "input", "laws", "ledger", "loan", "output", "reference"];

export default mergeConfig(
  { ...everyChange, test: { ...everyChange.test, include: [], exclude: [] } },
  defineConfig({
    test: {
      include: [
        "test/**/*.deep.test.ts",
        "test/documents/*.test.ts",
        ...PROPERTIES.map((room) => `test/${room}/**/*.test.ts`),
      ],
      exclude: ["**/node_modules/**"],
      env: { OVERDUE_SIM_RUNS: "4" },
    },
  }),
);
