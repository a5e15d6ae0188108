/** All tables of the law by name, as they are listed and printed. */

import { classRows } from "./classification.ts";
import { costLineRows } from "./cost-lines.ts";
import { creditRecordRows } from "./credit-record.ts";
import { enforcementRows } from "./enforcement.ts";
import type { LawTable } from "./law-table.ts";
import { limitationRows } from "./limitation.ts";
import { lprRows } from "./lpr.ts";

export const LAW_TABLES: readonly LawTable[] = [
  {
    name: "lpr",
    title: {
      en: "Loan prime rate (LPR), one year and five years and more",
      zh: "贷款市场报价利率（LPR）：一年期、五年期以上",
    },
    rows: lprRows(),
    isContinued: true,
  },
  {
    name: "cost-lines",
    title: { en: "Lines beside the cost of a debt, by kind of lender", zh: "各类放款方息费的参考线" },
    rows: costLineRows(),
  },
  {
    name: "limitation",
    title: { en: "Limitation of actions", zh: "诉讼时效" },
    rows: limitationRows(),
  },
  {
    name: "credit-record",
    title: { en: "Credit record", zh: "征信记录" },
    rows: creditRecordRows(),
  },
  {
    name: "classes",
    title: { en: "Five risk classes by days overdue", zh: "贷款五级分类（按逾期天数）" },
    rows: classRows(),
  },
  {
    name: "enforcement",
    title: { en: "Interest for the delay of a judgment", zh: "迟延履行期间的加倍部分债务利息" },
    rows: enforcementRows(),
  },
];
