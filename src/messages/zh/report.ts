/** Chinese: what a report says beside its page. */

import type { CoverWords } from "../../output/report.ts";
import type * as English from "../en/report.ts";

export { sourceInWords } from "./sources.ts";

const amount = (figure: string): string => `${figure} 元`;

export const coverWords: CoverWords = {
  languageTag: "zh-CN",
  table: "明细",
  charts: "图表",
  sources: "条款出处",
  madeBy: "由 overdue-sim 根据所给数据和上列假定算出。以贷款方的账单为准；不是法律意见。表格和图表中的金额以元为单位。",
  total: "合计",
  amount,
  whatIf: {
    title: "如果换一个数呢？",
    hint: "拖动滑块，本页的全部数字和图表当场重算；只在这个页面里计算，不向任何地方发送数据。",
    tooLong: "这份报告连同读过的文件太长，不能在页面里重算；行数少一些、文件短一些的报告带有滑块。",
    reset: "恢复原来的数",
    command: "在终端里得出同样的数字：",
  },
  sheets: { summary: "结论", rows: "明细", lines: "逐行", figures: "数字", charts: "图表", assumptions: "假定和出处" },
};

export const titles: typeof English.titles = {
  simulate: "这样还款会怎样",
  compare: "几种还法比一比",
  plan: "逾期贷款的还款计划",
  debts: "几笔债的还款计划",
  audit: "贷款方对账单与合同核对",
  law: "参考利率和法律规定",
};

export const highlights: typeof English.highlights = {
  owedOn: (day) => `${day} 欠款`,
  paidIn: (days) => `${days} 天共还`,
  reachesPrincipal: "其中还到本金",
  principalFirstFalls: "本金开始减少",
  cleared: "还清日期",
  breakEven: (cycle) => `欠款不变多，${cycle}至少还`,
  daysOverdueOn: (day) => `${day} 逾期天数`,
  clearsIt: (every) => `${every}还这么多可还清`,
  toPay: "按协商方案共需还",
  firstInstalment: "首期金额",
  lastDue: "最后一期到期日",
  mostToPrincipal: "还到本金最多",
  cheapest: "还清代价最小",
  ifAgreed: (label) => `${label}（须贷款方同意）`,
  statementDiffers: "对账单相差",
  none: "没有",
  never: "永远不会",
};

export const sliders: typeof English.sliders = {
  amount,
  payment: (cycle) => `${cycle}还款`,
  budget: (cycle) => `${cycle}预算`,
  income: (cycle) => `${cycle}收入`,
  living: (cycle) => `${cycle}生活开支`,
  from: (name, day) => `${name}（${day} 起）`,
  rate: { day: "合同日利率", month: "合同月利率", year: "合同年利率" },
  timesReference: "合同利率（LPR 的倍数）",
  daysOverdue: "已逾期天数",
  clearBy: "最晚还清日",
  months: "月数",
};
