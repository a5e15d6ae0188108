/** 中文：`compare` 的话。 */

import type { Compared } from "../../advice/compare.ts";
import { byNaming } from "../../loan/component-names.ts";
import { formatDay } from "../../loan/day.ts";
import { type Fen, fen } from "../../loan/money.ts";
import { formatMoney } from "../../output/figures.ts";
import type * as English from "../en/compare.ts";
import { componentNames } from "./terms.ts";

export const columns: typeof English.columns = {
  strategy: "还法",
  paid: "共还",
  to_charges: "还息费",
  to_principal: "还本金",
  principal_share: "还到本金的比例",
  principal_left: "剩余本金",
  total_owed: "欠款合计",
  days_overdue: "逾期天数",
  status_code: "征信显示",
  cleared_on: "还清日期",
  total_cost: "总代价",
  yearly_cost: "年化代价",
  paid_difference: "共还之差",
  principal_left_difference: "剩余本金之差",
  total_owed_difference: "欠款之差",
  total_cost_difference: "总代价之差",
};

export const defaults: typeof English.defaults = byNaming((naming) => ({
  none: "不还",
  "as-given": "照现在这样还",
  monthly: "同样的钱按月还",
  "saved-up": "攒起来一次还",
  "interest-stopped": "分期、停止计息",
  "penalty-waived": `分期、减免${componentNames[naming].penalty}`,
  refinancing: "借新还旧",
}));

export const proposalMark = "*";
export const never = "还不清";

export const quotes = ["“", "”"] as const;

const ASSUMED = {
  offer: "年利率 24%、24 个月、没有手续费都是假定；用 --strategy borrow:… 可以比较别的报价。",
  unnamed: "没有写明期数或手续费的，按 24 个月、没有手续费假定。",
  nothing: "",
} as const;

const WAIVERS_THEN = { keep: "；已减免的不再追回", restore: "；已减免的重新计入欠款" };

function costInWords(cost: Fen): string {
  if (cost === 0) return "除本金外不多付";
  return cost < 0 ? `比本金少付 ${formatMoney(fen(-cost))} 元` : `除本金外共付 ${formatMoney(cost)} 元`;
}

function deleted({ summary: { credit } }: Compared): string {
  if (credit === null || credit.deletableOn === null) return "";
  const { deletableOn, deletableAfterAgreementOn: otherwise, paidWithinGraceDays } = credit;
  const days = [deletableOn, ...(otherwise === null ? [] : [otherwise])].map(formatDay).join(" 或 ");
  const grace = paidWithinGraceDays === null ? "" : "在宽限期内还清，贷款方视同按时还款的不报送逾期；否则";
  return `（${grace}逾期记录 ${days} 之后自动删除）`;
}

const ofTwoDays = (areTwoDays: boolean): string =>
  areTwoDays ? "；写有两个日期的，贷款方按约定结束逾期报送的为前一个，否则为后一个" : "";

export const compareFindings: typeof English.compareFindings = (nameOf, naming) => {
  const names = (rows: readonly Compared[]): string => rows.map(nameOf).join("、");
  const also = (as: string, rows: readonly Compared[]): string => (rows.length === 0 ? "" : `${as}：${names(rows)}。`);
  return {
    "compared-over": ({ owed, days, until }) =>
      until === null
        ? `现在共欠 ${formatMoney(owed)} 元。各种还法都算到还清为止，还不清的算 ${days} 天：各行的时间长短不同。`
        : `现在共欠 ${formatMoney(owed)} 元。各种还法都算 ${days} 天，到 ${formatDay(until)}；“还清日期”和“总代价”按一直这样下去计算。`,
    "most-to-principal": ({ row, alike }) =>
      `还到本金最多的：${nameOf(row)}，共还 ${formatMoney(row.paid)} 元，其中 ${formatMoney(row.toPrincipal)} 元还到本金。${also("一样多的", alike)}`,
    "nothing-to-principal": () => "这段时间里，没有一种还法能还到这笔债的本金。",
    cheapest: ({ row, totalCost, alike }) =>
      `还清代价最小的：${nameOf(row)}，${costInWords(totalCost)}。${also("代价一样的", alike)}`,
    "clears-first": ({ row, clearedOn, takes, alike }) =>
      `最早还清的：${nameOf(row)}，${formatDay(clearedOn)}；在比较的这段时间里要还 ${formatMoney(takes)} 元。${also("同一天还清的", alike)}`,
    "new-loan-not-best": () => "新贷款的数字再好，也不列在上面：借新还旧只是把一笔债换成另一笔。",
    "never-clear": ({ rows }) => `照此下去永远还不清的：${names(rows)}。`,
    "not-clear-in-a-century": ({ rows }) => `照此下去，一百年内还不清的：${names(rows)}。`,
    "never-clear-but-for-a-trifle": ({ rows }) =>
      `照此下去，三十年之内还到只剩不到 1 元，但一直还不完的：${names(rows)}。`,
    "not-cleared-when-payments-end": ({ rows, isSingle }) =>
      `${isSingle ? "只还这一笔" : "只还这几笔"}还不清的：${names(rows)}。`,
    "none-clears": () => "这些还法都还不清。",
    "way-after-cleared": ({ row, date, clearedOn }) =>
      `${nameOf(row)}：${formatDay(date)} 约定的内容不起作用，欠款在 ${formatDay(clearedOn)} 已还清。`,
    "way-agreement": ({
      row,
      plan: { agreement, down, schedule, isBesideDated },
      waived,
      bears,
      areWaiversDated,
      firstAmount,
      largest,
    }) => {
      const parts = waived.map(
        ({ component, amount, isAll }) =>
          `${isAll ? "全部" : "部分"}${componentNames[naming][component]} ${formatMoney(amount)} 元`,
      );
      const none = areWaiversDated ? "方案本身不减免" : "不减免";
      const dated = isBesideDated ? "；之后按日期收取或减免的款项已经算上" : "";
      const given = `${parts.length === 0 ? none : `减免${parts.join("、")}`}${dated}`;
      const fee = bears === null || bears === "nothing" ? "" : `每月手续费 ${formatMoney(bears)} 元；`;
      const interest = bears === "nothing" ? "不再计息；" : fee;
      if (firstAmount === null)
        return `${nameOf(row)}：${formatDay(agreement.date)} 一次还 ${formatMoney(down)} 元，不再分期；${given}。`;
      const atOnce = down === 0 ? "" : `先还 ${formatMoney(down)} 元，再`;
      const amounts =
        schedule.length === 1
          ? `还 1 期，${formatMoney(firstAmount)} 元`
          : `分 ${schedule.length} 期，第一期 ${formatMoney(firstAmount)} 元`;
      const most =
        largest === null ? "" : `，最多的一期 ${formatMoney(largest.amount)} 元（${formatDay(largest.due)}）`;
      return `${nameOf(row)}：${atOnce}${amounts}${most}；${interest}${given}。`;
    },
    "way-new-loan": ({ row: { totalCost, summary }, row, newLoan, assumed }) => {
      const fee = newLoan.fee === 0 ? "没有手续费" : `手续费 ${formatMoney(newLoan.fee)} 元`;
      const first = formatMoney(newLoan.firstInstalment);
      const amounts =
        newLoan.fallsTo === null
          ? `每月约 ${first} 元`
          : `第一个月 ${first} 元，逐月减少到 ${formatMoney(newLoan.fallsTo)} 元`;
      const cost = totalCost === null ? "永远还不清" : `到还清时，除现在的本金外共付 ${formatMoney(totalCost)} 元`;
      return (
        `${nameOf(row)}：新借 ${formatMoney(newLoan.borrowed)} 元（${fee}），顶替旧债 ${formatMoney(newLoan.clears)} 元；分 ${newLoan.months} 个月，${amounts}。` +
        `按时还的话，新债自身的成本是 ${formatMoney(newLoan.ownCost)} 元；${cost}；${summary.closingTotal === 0 ? "期末已经还清" : `期末仍欠 ${formatMoney(summary.closingTotal)} 元`}。` +
        `新债漏还一期又成逾期。以贷养贷不会让债变少。${ASSUMED[assumed]}`
      );
    },
    "way-broken": ({ row, on, waivers }) =>
      `${nameOf(row)}：${formatDay(on)} 之后方案失效，恢复原来的条款${waivers === null ? "" : WAIVERS_THEN[waivers]}。`,
    "ways-not-overdue": ({ rows, areTwoDays }) =>
      `征信：期末不逾期的有${rows.map((row) => `${nameOf(row)}${deleted(row)}`).join("、")}。逾期记录自逾期结束之日起保存五年${ofTwoDays(areTwoDays)}。`,
    "ways-overdue": ({ rows, areTwoDays, isCard }) =>
      `期末仍逾期的有${rows.map((row) => `${nameOf(row)} ${row.daysOverdue} 天${deleted(row)}`).join("、")}。${isCard ? "信用卡的征信显示是连续未还最低还款额的次数，这里按天数推算；每次都在到期日前还够最低还款额的，不算未还。还不够最低还款额的" : "只还一部分"}，天数照样累计；五年从逾期结束之日算起${ofTwoDays(areTwoDays)}。`,
    proposals: ({ keptBy, areAll, areInstalments, areMonthsAssumed }) => {
      const paid = areInstalments ? "每一期都按时还" : "约定的都按时还";
      const kept = keptBy.length === 0 ? "" : areAll ? `、${paid}` : `（${names(keptBy)}还要${paid}）`;
      return `* 只是方案：贷款方同意${kept}，这些数字才成立。${areMonthsAssumed ? "期数是假定的；用 --strategy agreement:… 可以比较别的期数。" : ""}`;
    },
    "differences-to": ({ row }) => `“之差”是与${nameOf(row)}相比。`,
  };
};
