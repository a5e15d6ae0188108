/** 中文：`guide` 的问题和话。 */

import { formatMoney } from "../../output/figures.ts";
import type * as English from "../en/guide.ts";

export const intro =
  "先问几个问题，再给出答案。回车用已有的内容，按 Esc 回到上一题，Ctrl-C 立即退出。不知道的题就输入 ?，有选项时选“不知道”。不保存、不上传任何内容。";
export const unknown = "不知道";
export const unknownTyped: typeof English.unknownTyped = ["不清楚", "不确定", "不记得", "没查到"];
export const numbered: typeof English.numbered = (number, of, question) => `${number}/${of} ${question}`;

export const questions: typeof English.questions = {
  product: { ask: "欠的是哪个 App 或产品？", hint: "按它通常的利率、息费和冲抵顺序计算。" },
  rate: {
    ask: "App 或合同上写的利率是多少？",
    hint: "每个人的不一样，在借款详情或合同（借条）里。例如 万五、0.04%/日 或 年化18%。",
  },
  principal: { ask: "还剩多少本金没还？", hint: "借来还没还的钱，不含息费。例如 50000 或 5万。" },
  since: {
    ask: "从什么时候开始逾期？",
    hint: "没有按时还的那个到期日，或已逾期的天数、月数。例如 2026-08-24、90 或 3个月。",
  },
  total: { ask: "App 上显示一共欠多少？", hint: "今天的合计，含全部息费。例如 53400.50。" },
  paying: { ask: "现在还在还款吗？", hint: "例如每天 50 元，或每月 1500 元。" },
  payment: { ask: "每次还多少？", hint: "例如每天 50、每周 350 或每月 1500。" },
  budget: { ask: "如果贷款方同意分期，每月能还多少？", hint: "吃饭、房租、看病之后真正剩下的钱。例如 1500。" },
  others: { ask: "除了这笔，还有别的债吗？", hint: "可以共用一个预算，例如每月 3000 元。" },
};

export const payingChoices: typeof English.payingChoices = {
  nothing: "没有还",
  daily: "每天还一点",
  weekly: "每周还",
  monthly: "每月还",
};
export const othersChoices: typeof English.othersChoices = { no: "没有", yes: "有" };

export const neededAmount =
  "剩余本金和欠款合计至少要知道一个，否则无法计算。App 的账单或合同里能查到；按 Esc 回到上一题。";
export const neededBudget = "没有金额就无法计算。请写吃饭、房租、看病之后剩下的钱，少也可以；按 Esc 回到上一题。";
export const sinceUnknown: string =
  "不知道从什么时候开始逾期：按今天之前没有逾期计算。如果已经逾期，逾期天数和征信比显示的更差，到今天的息费也没有算进来，除非 App 的合计里已经包含；App 的账单里能查到到期日。";
export const totalForPrincipal: typeof English.totalForPrincipal = (total) =>
  `不知道本金：把 ${formatMoney(total)} 元全部当作本金。其中的息费通常计得少一些，所以今后的息费多半算多了；请向贷款方问清本金。`;
export const chargesAsStated: typeof English.chargesAsStated = (stated, computed, product) =>
  stated === computed
    ? `App 的合计与${product}的通常条款一致：息费 ${formatMoney(stated)} 元。`
    : `按 App 的合计，息费是 ${formatMoney(stated)} 元；按${product}的通常条款算出的是 ${formatMoney(computed)} 元。以 App 为准，各项按这些条款的比例划分。差额从哪里来，可用 overdue-sim audit 与贷款方的对账单核对。`;
export const chargesUnexplained: typeof English.chargesUnexplained = (stated) =>
  `按 App 的合计，息费是 ${formatMoney(stated)} 元。不知道由哪几项组成，全部当作利息。`;

export const sameLine = "同样的计算也可以直接输入这一行命令：";
export const whichAnswer = "修改哪一个回答？";
export const menu = "接下来看什么？";
export const actions: typeof English.actions = {
  ask: "该跟贷款方谈什么",
  letter: "写给贷款方的申请",
  days: "逐日表",
  report: "可以给人看的报告（文件）",
  debts: "几笔债共用一个预算",
  change: "修改回答",
  quit: "退出",
};
export const reportFile: typeof English.reportFile = {
  ask: "文件叫什么名字？",
  hint: "用浏览器就能打开。例如 report.html。",
};
export const defaultReport = "overdue-report.html";
export const letterFile: typeof English.letterFile = {
  ask: "申请信存到哪个文件？",
  hint: "方便填写和打印。按 Esc 就不保存。例如 letter.txt。",
};
export const defaultLetter = "letter.txt";
export const noLetter =
  "按这个预算没有合适的方案可以写进申请；下面是这个预算能做到什么。还不起的，仍可以直接向贷款方申请延期或减免。";
export const debtNumber: typeof English.debtNumber = (number) => `第 ${number} 笔债`;
export const ofDebt: typeof English.ofDebt = (debt, question) => `${debt}：${question}`;
export const moreDebts: typeof English.moreDebts = { ask: "还有别的债吗？", hint: "所有的债共用一个预算。" };
export const sharedBudget: typeof English.sharedBudget = {
  ask: "所有的债加起来，每月能还多少？",
  hint: "吃饭、房租、看病之后真正剩下的钱。例如 3000。",
};
export const debtsFile: typeof English.debtsFile = {
  ask: "债务清单存到哪个文件？",
  hint: "计算要用到，以后也可以修改。按 Esc 就不保存。例如 debts.csv。",
};
export const defaultDebts = "debts.csv";
export const fileExists: typeof English.fileExists = (path) => ({
  ask: `已经有文件 ${path}，要替换吗？`,
  hint: "里面原来的内容会丢失。",
});
export const replaceChoices: typeof English.replaceChoices = { no: "不替换", yes: "替换" };
