/** 中文：`simulate` 的话，以及各个命令对一次模拟的说明。 */

import type { CostDays } from "../../advice/cost-stretches.ts";
import type { BankClass } from "../../advice/findings.ts";
import type { Category } from "../../law/classification.ts";
import type { CostLine } from "../../law/cost-lines.ts";
import type { CodeDays } from "../../law/credit-record.ts";
import { nameOfCycle } from "../../loan/budget.ts";
import { byNaming, type Naming } from "../../loan/component-names.ts";
import { formatDay } from "../../loan/day.ts";
import type { Cycle, PaymentStream } from "../../loan/loan.ts";
import { type Fen, subtract, ZERO } from "../../loan/money.ts";
import { formatMoney, shortPercent } from "../../output/figures.ts";
import type * as English from "../en/simulate.ts";
import { type ComponentNames, titlesByComponent } from "../term-words.ts";
import { limitationAfterSuit, lprInWords, orderWithinDebt, yearsOfLimitation } from "./phrases.ts";
import { componentNames } from "./terms.ts";

const columnsWith = (names: ComponentNames): (typeof English.ledgerColumns)[Naming] => ({
  date: "日期",
  day: "天",
  days_overdue: "逾期天数",
  accrued_interest: `新增${names.interest}`,
  accrued_penalty: `新增${names.penalty}`,
  accrued_compound: `新增${names.compound}`,
  charged: `新增${names.fee}`,
  waived: "减免",
  payment: "还款",
  ...titlesByComponent("to", names, (name) => `还${name}`),
  unapplied: "多余款",
  fee: `欠${names.fee}`,
  penalty: `欠${names.penalty}`,
  compound: `欠${names.compound}`,
  interest: `欠${names.interest}`,
  principal: "本金",
  total_owed: "欠款合计",
  paid_so_far: "累计已还",
  principal_paid_so_far: "累计还本金",
});

export const ledgerColumns = byNaming((naming) => columnsWith(componentNames[naming]));

const CHARGES: Readonly<Record<Naming, string>> = {
  licensed: "罚息、利息、费用",
  card: "透支利息、违约金及费用",
  private: "逾期利息、利息、费用",
};

export const each: typeof English.each = { day: "每天", week: "每周", month: "每月" };

export function cycle(cycle: Cycle): string {
  const name = nameOfCycle(cycle);
  return typeof name === "number" ? `每 ${name} 天` : each[name];
}

function streamInWords({ amounts, cycle: every }: PaymentStream): string {
  const named = amounts.map((amount) => (amount === "minimum" ? "最低还款额" : `${formatMoney(amount)} 元`));
  // Between two Chinese words there is no space.
  const space = amounts[0] === "minimum" ? "" : " ";
  return `${cycle(every)}${named.length > 1 ? "轮流" : ""}还${space}${named.join("、")}`;
}

const CATEGORIES: Readonly<Record<Category, string>> = {
  normal: "正常",
  "special-mention": "关注",
  substandard: "次级",
  doubtful: "可疑",
  loss: "损失",
};

const RANKS: Readonly<Record<Category, string>> = {
  normal: "一",
  "special-mention": "二",
  substandard: "三",
  doubtful: "四",
  loss: "五",
};

function classInWords(bankClass: BankClass | null): string {
  if (bankClass === null) return "";
  const { category, by } = bankClass;
  const named = `“${CATEGORIES[category]}”（银行口径，五类中的第${RANKS[category]}类）`;
  const sentences: Readonly<Record<BankClass["by"], string>> = {
    days: `按天数计为${named}。`,
    agreement: `协商之后仍归为${named}。`,
    "paid-too-briefly": `按约定正常还满六个月且至少两期之前，仍归为${named}。`,
  };
  return sentences[by];
}

function codeOf(code: number, codeDays: CodeDays | null, isCard: boolean, isPaid: boolean): string {
  if (codeDays === null) return "；到那个月月底已不再逾期";
  const { least, most } = codeDays;
  const meaning = most === null ? `${least - 1} 天以上` : `${least}–${most} 天`;
  if (isCard && isPaid)
    return `；按天数推算，征信报告上那个月会显示 ${code}（月底逾期 ${meaning}，最高 7），但信用卡显示的是连续未还最低还款额的次数，每次都在到期日前还够最低还款额的，不算未还`;
  if (isCard)
    return `；征信报告上那个月显示 ${code}，信用卡表示连续未还最低还款额的次数，这里按天数推算：月底逾期 ${meaning}（最高 7）`;
  return `；征信报告上那个月显示 ${code}，意思是月底逾期 ${meaning}（最高 7）`;
}

const RESTS_ON: Readonly<Record<CostLine["name"], string>> = {
  "judicial-24":
    "持牌机构的贷款，借款人以过高、显著背离实际损失为由请求调减这一部分的，法院应予支持（法发〔2017〕22号第2条）；不请求不会自动调减。",
  "micro-loan-24": "监管指引要求小额贷款公司新发放的贷款不超过这条线；它本身不是借款人的请求权。",
  "private-4-lpr":
    "民间借贷超过一年期 LPR 四倍的部分，法院不予支持（民间借贷规定第25条、第29条）；不经法院或双方商定，不会自动减掉。",
  "private-24": "2020-08-20 之前的民间借贷合同，法院支持到这条线（法释〔2015〕18号第26条）。",
  "card-reduction": "",
  "damages-30": "",
};

const wholeDebt = (isUnearnedLeftOut: boolean): string => (isUnearnedLeftOut ? "欠款（不计以后日子的利息）" : "欠款");

export const runFindings: typeof English.runFindings = {
  "owed-now": ({ on, total, principal, charges, unearned, daysOverdue, naming }) => {
    const overdue = daysOverdue === 0 ? "；还没有逾期" : `；已逾期 ${daysOverdue} 天`;
    const ahead = unearned === 0 ? "" : `，其中 ${formatMoney(unearned)} 元是以后日子的利息`;
    const parts =
      charges === 0
        ? "，都是本金"
        : `：本金 ${formatMoney(principal)} 元，息费 ${formatMoney(charges)} 元（${CHARGES[naming]}${ahead}）`;
    return `现在（${formatDay(on)}）共欠 ${formatMoney(total)} 元${parts}${overdue}。`;
  },
  "debt-shrinks": ({ to, days, paid, before, after, perDay, isPaidLater, isUnearnedLeftOut }) =>
    `${paid > 0 || isPaidLater ? "这样还款有用：" : ""}到 ${formatDay(to)}，${paid === 0 ? unpaid(isPaidLater) : `${days} 天还 ${formatMoney(paid)} 元`}，${wholeDebt(isUnearnedLeftOut)}从 ${formatMoney(before)} 元降到 ${formatMoney(after)} 元，平均每天少${anAverage(perDay)} 元。`,
  "debt-hardly-shrinks": ({ to, days, paid, before, after, isUnearnedLeftOut }) =>
    `这样还款几乎没有用：到 ${formatDay(to)}，${days} 天还 ${formatMoney(paid)} 元，${wholeDebt(isUnearnedLeftOut)}只少了 ${formatMoney(subtract(before, after))} 元，从 ${formatMoney(before)} 元降到 ${formatMoney(after)} 元。`,
  "debt-shrinks-for-now": ({ to, days, paid, before, after, isPaidLater, isUnearnedLeftOut }) =>
    `${paid === 0 ? `只是暂时减少：到 ${formatDay(to)}，${unpaid(isPaidLater)}` : `只是暂时有用：到 ${formatDay(to)}，${days} 天还 ${formatMoney(paid)} 元`}，${wholeDebt(isUnearnedLeftOut)}从 ${formatMoney(before)} 元降到 ${formatMoney(after)} 元，但这样还不清。`,
  "debt-stands-still": ({ to, days, paid, after, isPaidLater, isUnearnedLeftOut }) =>
    `${paid === 0 ? `到 ${formatDay(to)}，${unpaid(isPaidLater)}` : `这样还款没有用：到 ${formatDay(to)}，${days} 天还 ${formatMoney(paid)} 元`}，${wholeDebt(isUnearnedLeftOut)}还是 ${formatMoney(after)} 元。`,
  "debt-grows-at-first": ({ to, days, paid, before, after, isUnearnedLeftOut }) =>
    `开始时没有用：到 ${formatDay(to)}，${days} 天还 ${formatMoney(paid)} 元，${wholeDebt(isUnearnedLeftOut)}${before === after ? `还是 ${formatMoney(after)} 元` : `从 ${formatMoney(before)} 元涨到 ${formatMoney(after)} 元`}；但这样以后能还清。`,
  "debt-grows": ({ to, days, paid, before, after, perDay, isPaidLater, isUnearnedLeftOut }) =>
    `${paid === 0 ? `到 ${formatDay(to)}，${unpaid(isPaidLater)}` : `这样还款没有用：到 ${formatDay(to)}，${days} 天还 ${formatMoney(paid)} 元`}，${wholeDebt(isUnearnedLeftOut)}从 ${formatMoney(before)} 元涨到 ${formatMoney(after)} 元，平均每天多${anAverage(perDay)} 元。`,
  "debt-shrinks-at-first": ({ to, days, paid, before, after, peak, isUnearnedLeftOut }) =>
    `只是开始有用：到 ${formatDay(to)}，${days} 天还 ${formatMoney(paid)} 元，${wholeDebt(isUnearnedLeftOut)}从 ${formatMoney(before)} 元降到 ${formatMoney(after)} 元；照此下去，之后又会涨得比现在还多（${formatDay(peak.on)} 欠 ${formatMoney(peak.owed)} 元），最后才还清。`,
  "debt-is-new-loan": ({ to, days, paid, before, after }) =>
    `以贷养贷不会让债变少，只是新债顶替旧债。到 ${formatDay(to)}，${days} 天还 ${formatMoney(paid)} 元，所欠从 ${formatMoney(before)} 元变为 ${formatMoney(after)} 元${after === 0 ? "" : "，欠的是新的贷款方"}。`,
  "payments-went": ({ paid, toPrincipal, toCharges, unapplied, share, isPrincipalOwed }) => {
    const beyond = unapplied === 0 ? "" : `，另有 ${formatMoney(unapplied)} 元超出欠款或未被收取`;
    if (!isPrincipalOwed)
      return `没有欠本金：还的 ${formatMoney(paid)} 元${unapplied === 0 ? "都" : `里，${formatMoney(toCharges)} 元`}还了息费${beyond}。`;
    if (toCharges === 0 && unapplied === 0) return `还的 ${formatMoney(paid)} 元都还了本金。`;
    if (toCharges === 0) return `还的 ${formatMoney(paid)} 元里，${formatMoney(toPrincipal)} 元还了本金${beyond}。`;
    return toPrincipal === 0
      ? `还的 ${formatMoney(paid)} 元没有一分钱还到本金，${unapplied === 0 ? "都" : `${formatMoney(toCharges)} 元`}还了息费${beyond}。`
      : `还的 ${formatMoney(paid)} 元里，${formatMoney(toPrincipal)} 元（${shortPercent(share)}）还了本金，${formatMoney(toCharges)} 元还了息费${beyond}。`;
  },
  "named-if-agreed": ({ of, naming, isChinese }) =>
    `指明用来还${of.map((component) => componentNames[naming][component]).join("、")}的钱，届时的条款如此规定或者贷款方同意，才先还它：${orderWithinDebt(isChinese)}。`,
  "principal-first-from": ({ daysOverdue }) =>
    `按条款，从逾期第 ${daysOverdue} 天起，还的钱先冲本金，再冲息费：本金少了，欠的息费还在。`,
  "principal-change": ({ before, after, waived, unearnedLeftOut, madePrincipal }) =>
    [
      `本金：之前 ${formatMoney(before)} 元，之后 ${formatMoney(after)} 元。`,
      waived === 0 ? [] : `减免 ${formatMoney(waived)} 元。`,
      unearnedLeftOut === 0
        ? []
        : `尚未到期的利息 ${formatMoney(unearnedLeftOut)} 元不再计收：利息按实际用款的天数计。`,
      madePrincipal === 0
        ? []
        : `原来的息费和新借的手续费有 ${formatMoney(madePrincipal)} 元成了新借款的本金，还的钱也要还这一部分。`,
    ]
      .flat()
      .join(""),
  "principal-falls": ({ on, day, isForecast }) =>
    day === 0
      ? `${formatDay(on)} 起本金开始减少。`
      : `${formatDay(on)} 起（第 ${day} 天${isForecast ? "，照此下去" : ""}）本金开始减少。`,
  "principal-never-falls": () => "照此下去，本金永远不会减少。",
  "principal-falls-by-waiver": () => "照此下去，没有还款还到本金：本金只因减免而减少。",
  "principal-waived": () => "没有还款还到本金：剩余本金已被减免。",
  cleared: ({ on, days, paid, unapplied, isForecast }) =>
    `${formatDay(on)}${isForecast ? "（照此下去）" : " "}还清，历时 ${duration(days)}，${unapplied === 0 ? "到时共还" : "到时还的钱里用去"} ${formatMoney(paid)} 元。`,
  "never-cleared": ({ stream, from, fallsWithDebt, isGrowing, isTrifleLeft }) =>
    isTrifleLeft
      ? `照此下去，三十年之内还到只剩不到 1 元，但一直还不完：${stream === null ? "还的钱" : `${streamInWords(stream)}，而最低还款额`}随欠款一起变小。`
      : `照此下去，永远还不清：${from === null ? "" : `从 ${formatDay(from)} 起`}${stream === null ? "还的钱" : streamInWords(stream)}${isGrowing ? "抵不上息费" : fallsWithDebt ? "，而最低还款额随欠款一起变小，到后来只够抵息费" : "只够抵息费"}。`,
  "not-cleared-by-payments": ({ lastPaymentOn, isGrowing }) =>
    (lastPaymentOn === null ? "一直不还，永远还不清" : `还款到 ${formatDay(lastPaymentOn)} 为止，那时还没有还清`) +
    (isGrowing ? "：息费还在增加。" : "。"),
  "not-cleared-in-a-century": () => "照此下去，一百年内还不清。",
  "only-a-proposal": ({ borrows, kept }) =>
    `这只是方案：${borrows ? "有贷款方按这些条件放款" : "贷款方同意"}${kept === null ? "" : `、${kept === "instalments" ? "每一期" : "约定的款项"}都按时还`}，这些数字才成立。`,
  "break-even": ({ amount, cycle: every, isForAWhile, isBesideSingle, isWithoutPause, from, until }) =>
    `${isBesideSingle ? "不算单笔还款的话，" : ""}${from === null ? "" : `从 ${formatDay(from)} 起就`}${cycle(every)}${isWithoutPause ? "不间断地" : ""}至少还 ${formatMoney(amount)} 元，${until === null ? "" : `到 ${formatDay(until)} 为止`}欠款才${isForAWhile ? "在每次还款后都不比现在多" : "不会变多"}。`,
  "break-even-nothing": ({ isLprGranted, waived }) =>
    `${waived === null ? "目前欠款不会自己变多" : `算上贷款方的减免，即使不还，${waived.until === null ? "" : `到 ${formatDay(waived.until)} 为止`}${cycle(waived.cycle)}看一次，欠款都不比现在多`}${isLprGranted ? "；没有约定利息的，出借人仍可以请求自逾期之日起按一年期 LPR 计息（民间借贷规定第28条）" : ""}。`,
  "break-even-none": ({ cycle: every, isForAWhile }) =>
    `${cycle(every)}固定还多少都挡不住欠款${isForAWhile ? "一时" : ""}变多：按条款不能提前还款（surplus none），到期之前息费照样增加。`,
  overdue: ({ on, days, statusCode, codeDays, isCard, isPaid, bankClass, isForecast }) =>
    `征信：${formatDay(on)}${isForecast ? "（照此下去）" : " "}逾期 ${days} 天${codeOf(statusCode, codeDays, isCard, isPaid)}。${classInWords(bankClass)}${isCard ? "还不够最低还款额的" : "只还一部分"}，逾期天数照样累计。`,
  "not-overdue": ({ on, bankClass, isOverdueLater }) =>
    `征信：${formatDay(on)} 没有逾期${isOverdueLater ? "，但照此下去，之后会逾期" : ""}。${classInWords(bankClass)}`,
  "record-kept": ({ deletableOn, isForecast, graceDays }) =>
    `${graceDays === null ? "逾期记录" : `在宽限期（${graceDays} 天）之内还清：贷款方视同按时还款的，不报送逾期，请向贷款方问清；报送了的，逾期记录`}自逾期结束之日起保存五年，${formatDay(deletableOn)}${isForecast ? "（照此下去）" : " "}之后自动删除，不用申请、不收费。`,
  "record-kept-after-agreement": ({ by, deletableOn, deletableIfReportedOn }) => {
    const [ending, fulfilled] = by === "new-loan" ? ["借新还旧", "新贷款还清"] : ["协商", "方案履行完毕"];
    return `逾期记录自逾期结束之日起保存五年，${formatDay(deletableIfReportedOn)} 之后自动删除，不用申请、不收费（以贷款方按${ending}结束逾期报送为准；否则自${fulfilled}起算，到 ${formatDay(deletableOn)}）。`;
  },
  "record-years-not-begun": () => "逾期记录自逾期结束之日起保存五年；逾期没有结束，这五年还没有开始算。",
  limitation: ({ endsOn, years }) =>
    `诉讼时效：从最后到期日与最后一次还款中较晚的一天起${yearsOfLimitation[years]}，最早到 ${formatDay(endsOn)}。还款、申请延期或分期、发函发短信催收、按约定扣款、起诉，都使三年重新起算：不要指望这一天。`,
  "limitation-after-suit": ({ suedOn, endsOn }) => limitationAfterSuit(` ${formatDay(suedOn)} `, endsOn),
  "limitation-run-out": ({ endedOn, years }) =>
    `诉讼时效：如果到期后没有还款、催收或另行约定，${yearsOfLimitation[years]}已于 ${formatDay(endedOn)} 届满。届满后还的款不能要求返还，同意还款即不能再以时效抗辩（民法典第192条）；只还一部分算不算，法院看法不一。请先咨询律师或法律援助。`,
  "agreement-after-cleared": ({ date, clearedOn }) =>
    `${formatDay(date)} 的协商方案不起作用：欠款在 ${formatDay(clearedOn)} 已还清。`,
  "ask-the-lender": ({ isProposed }) =>
    `协商过了吗？${isProposed ? "自己向贷款方申请不花钱，谈成的内容要书面确认" : "分期、延期或减免息费，往往比每天还一点更能改变这些数字"}。不要以贷养贷。`,
  "yearly-cost": ({ charges, share, lateFees }) =>
    `逾期的代价：这段时间产生息费 ${formatMoney(charges)} 元，相当于所欠本金的年化 ${shortPercent(share)}${lateFees === "unknown" ? "（未计入违约金）" : ""}。`,
  "above-cost-line": ({ lines, yearlyRate, lprDay, above, ...days }) =>
    `${daysOfLine(days)}其中 ${formatMoney(above)} 元超过年化 ${shortPercent(yearlyRate)}${lprInWords(lprDay)}。${lines.map((line) => RESTS_ON[line]).join("")}`,
  "within-cost-line": ({ yearlyRate, lprDay, ...days }) =>
    `${daysOfLine(days)}没有超过法院参考的年化 ${shortPercent(yearlyRate)}${lprInWords(lprDay)}。`,
  "received-less": ({ received, borrowed }) =>
    `合同写明借款 ${formatMoney(borrowed)} 元，实际到手 ${formatMoney(received)} 元。利息预先扣除的，本金按实际出借数额计算（民法典第670条）；这里的欠款仍按合同写明的数额计算，可能偏多。`,
  "effective-rate": ({ nominalYearly, compoundYearly, aboveLine }) =>
    `合同本身的成本（按实际到手的钱算）：年化 ${shortPercent(nominalYearly)}${aboveLine === null ? "" : `，超过 ${shortPercent(aboveLine)} 这条线`}，计入利滚利为 ${shortPercent(compoundYearly)}。`,
  capped: ({ amount }) => `有 ${formatMoney(amount)} 元超过合同约定的上限，没有计收。`,
  "other-order": ({ first, toPrincipal, closingTotal, clearedOn, isTrifleLeft, isBeyondCentury }) =>
    `还的钱先冲什么、后冲什么是假定的。按另一种常见顺序（先${first === "principal" ? "本金" : "息费"}），${formatMoney(toPrincipal)} 元会还到本金，` +
    `期末欠款 ${formatMoney(closingTotal)} 元，${clearedOn !== null ? `${formatDay(clearedOn)} 还清` : isTrifleLeft ? "三十年之内还到只剩不到 1 元，但一直还不完" : isBeyondCentury ? "一百年内还不清" : "永远还不清"}。请向贷款方问清用哪一种。`,
};

/** 这段时间里换了界线的，各说各的日子。 */
function daysOfLine({ from, until }: CostDays): string {
  return until !== null ? `截至 ${formatDay(until)}：` : from !== null ? `自 ${formatDay(from)} 起：` : "";
}

function duration(count: number): string {
  return count < 730 ? `${count} 天` : `${count} 天（约 ${(count / 365.25).toFixed(1)} 年）`;
}

export const nextCommand = "下一步：看看这些钱能做到什么、可以跟贷款方谈什么：";
export const nextCommandWithLeast = "下一步：看看刚好不让欠款增加的钱能做到什么、可以跟贷款方谈什么：";

export const assumptionsTitle = "以下是假定，不是你给出的";
const DECIDES: Readonly<Record<English.Decides, string>> = {
  lender: "与你的 App 或账单不一致的，以 App 或账单为准",
  contract: "与合同（借条）、凭证不一致的，以合同和凭证为准",
};
export const estimated: typeof English.estimated = (product, listed, decides) =>
  `以上数字${product === null ? "是估算的" : `按${product.zh}的通常条款估算`}；${DECIDES[decides]}。${listed === "unlisted" ? "去掉 --brief，可以看到假定了什么。" : "假定了什么，列在最后。"}`;
export const leftOut = (titles: readonly string[]): string =>
  `因宽度不够未显示：${titles.join("、")}。放宽窗口或用 --csv 可以看到。`;
export const whenLong = "加上 --every month，每月只列一行。";
export const byMonths: typeof English.byMonths = (days) => `按月列出；加上 --every day 逐日列出全部 ${days} 天`;
export const paymentsNotCounted: typeof English.paymentsNotCounted = {
  "by-none": "给出的还款没有计入：按指定的还法计算。",
  "by-some": "给出的还款只计入协商分期和延期；其他还法按各自写明的计算。",
};
export const neverCleared: typeof English.neverCleared = (days) => `这样还不清；列出的是前 ${days} 天。`;
export const neverClearedAsNow: typeof English.neverClearedAsNow = (days) =>
  `照现在这样下去还不清；那一部分列出的是前 ${days} 天。`;

function unpaid(isPaidLater: boolean): string {
  return isPaidLater ? "开始还款之前" : "一直不还的话";
}

function anAverage(perDay: Fen): string {
  return perDay === ZERO ? "不到 0.01" : ` ${formatMoney(perDay)}`;
}
