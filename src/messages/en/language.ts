/** English: what most commands say, and where the rest is found. */

import { assumptionWords } from "./assumptions.ts";
import * as main from "./main.ts";
import * as simulate from "./simulate.ts";

export const words = {
  assumptions: assumptionWords,
  main,
  simulate,
  load: {
    batch: () => import("./batch.ts"),
    audit: () => import("./audit.ts"),
    auditLetter: () => import("./audit-letter.ts"),
    charts: () => import("./charts.ts"),
    compare: () => import("./compare.ts"),
    law: () => import("./law.ts"),
    debts: () => import("./debts.ts"),
    guide: () => import("./guide.ts"),
    help: () => import("./help.ts"),
    letter: () => import("./letter.ts"),
    plan: () => import("./plan.ts"),
    problems: () => import("./problems.ts"),
    products: () => import("./products.ts"),
    terms: () => import("./terms.ts"),
    report: () => import("./report.ts"),
  },
} as const;
