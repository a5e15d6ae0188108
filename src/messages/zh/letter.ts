/** 中文：给贷款方的协商信、写给读者的话，以及日历里的还款日。 */

import type { AgreementPlan } from "../../advice/agreement-plan.ts";
import { formatDay } from "../../loan/day.ts";
import type { Fen } from "../../loan/money.ts";
import type { Rate } from "../../loan/rate.ts";
import { formatMoney } from "../../output/figures.ts";
import type * as English from "../en/letter.ts";
import { inNumberedStretches } from "./instalments.ts";

type LetterFacts = English.LetterFacts;

export const components: typeof English.components = {
  fee: "违约金及费用",
  penalty: "罚息",
  compound: "复利",
  interest: "利息",
  principal: "本金",
};

const periods: { readonly [period in Rate["per"]]: string } = { day: "日", month: "月", year: "年" };

export const readerTitle: string = "写给你自己，不是写给贷款方：寄出前请删去这一部分";
export const readerNotes: readonly string[] = [
  "把【】里的内容填好。金额是按你给出的条款和余额算出的：请先与贷款方的账单核对，不一致的以核实后的为准。",
  "这只是一份申请。在贷款方书面同意之前，原合同照常有效，息费照常计收。",
  "你可以自己直接向贷款方申请，不需要花钱。当心收费代理：保证结果的，索要密码、证件的，叫你断联或停止还款的。不要以贷养贷。",
  "申请延期或分期等于同意履行债务：三年诉讼时效重新起算（民法典第195条；诉讼时效规定第14条）。",
  "留一份底稿，并保留寄出时间和方式的凭证。",
];

export const title: string = "延期及个性化分期还款申请";

export function heading({ plan }: LetterFacts): readonly string[] {
  return [
    "致：【贷款机构】",
    "申请人：【姓名】",
    `借款：${plan.loanName ?? "【借款名称】"}；账号或合同编号：【账号】`,
    "联系电话：【电话】",
    "日期：【日期】",
  ];
}

export function opening({ plan }: LetterFacts): string {
  const overdue = plan.daysOverdue === 0 ? "" : `到该日已逾期 ${plan.daysOverdue} 天。`;
  return `本人在贵方有上述借款，愿意归还。现申请从 ${formatDay(plan.agreement.date)} 起，按本人能够坚持的方案分期归还。${overdue}`;
}

export const owedTitle: string = "一、目前欠款";
export function owed({ plan, totalOwed }: LetterFacts): string {
  const date = formatDay(plan.agreement.date);
  const basis =
    plan.agreement.date === plan.asOf
      ? `截至 ${date}`
      : `截至 ${date}（按 ${formatDay(plan.asOf)} 的余额推算，其间${plan.paidBefore === 0 ? "没有还款" : `还款 ${formatMoney(plan.paidBefore)} 元`}）`;
  const ahead = [
    ...(plan.principalNotYetDue === 0 ? [] : [`本金 ${formatMoney(plan.principalNotYetDue)} 元`]),
    ...(plan.interestNotYetDue === 0 ? [] : [`利息 ${formatMoney(plan.interestNotYetDue)} 元`]),
  ].join("、");
  const notYetDue = ahead === "" ? "" : `其中${ahead}尚未到期。`;
  return `${basis}，据本人计算共欠 ${formatMoney(totalOwed)} 元。${notYetDue}如与贵方记录不符，请提供分科目的对账单。`;
}
export const owedColumns: typeof English.owedColumns = {
  component: "科目",
  owed: "所欠",
  waived: "申请减免",
  left: "尚需归还",
};
export const total: string = "合计";

export const reasonsTitle: string = "二、申请原因";
export const reasons: readonly string[] = [
  "【原因：何时发生了什么，例如收入减少、失业、患病】",
  "本人家庭每月收入【收入】元，基本生活支出【支出】元。下列还款额本人能够坚持，因为【依据】。",
];

export const proposalTitle: string = "三、申请的方案";
export function proposal(facts: LetterFacts): readonly string[] {
  const { plan, chargesKept, firstDue, lastDue, percent } = facts;
  const { agreement, schedule, totalToPay } = plan;
  const pause = agreement.pauseMonths === 0 ? "" : `先延期 ${agreement.pauseMonths} 个月，再`;
  const rate = percent === null ? "停止计息（利率为 0）" : `按${periods[agreement.rate.per]}利率 ${percent} 计息`;
  const charges =
    chargesKept === 0
      ? null
      : agreement.charges === "spread"
        ? `${chargesNamed(facts)} ${formatMoney(chargesKept)} 元，${schedule.length === 1 ? "已包括在内" : "分摊到各期"}。`
        : `${chargesNamed(facts)} ${formatMoney(chargesKept)} 元，与最后一期一起归还，不再计息。`;
  return [
    schedule.length === 1
      ? `${pause}于 ${firstDue} 一次还清。`
      : `${pause}按月分 ${schedule.length} 期归还：第一期 ${firstDue}，最后一期 ${lastDue}。`,
    schedule.length === 1
      ? `合计 ${formatMoney(totalToPay)} 元。`
      : `${amounts(facts)}；合计 ${formatMoney(totalToPay)} 元。`,
    `从 ${formatDay(agreement.date)} 起：${rate}。`,
    ...(charges === null ? [] : [charges]),
    ...kept(facts),
  ];
}

function chargesNamed({ totalWaived }: LetterFacts): string {
  return totalWaived === 0 ? "现有息费" : "减免后剩下的息费";
}

/** What is asked for should an instalment come late, where it is more than nothing. */
function kept({ plan, totalWaived }: LetterFacts): readonly string[] {
  const { graceDays, onBreak } = plan.agreement;
  return [
    ...(graceDays === 0 ? [] : [`每期有 ${graceDays} 天宽限，宽限期内还款不算违约。`]),
    ...(onBreak === "keep" && totalWaived > 0 ? ["方案中途未能履行的，已减免的部分不再追回。"] : []),
  ];
}

function amounts({ groups, firstAmount, lastAmount, largestAmount }: LetterFacts): string {
  if (groups.length <= 3) {
    return inNumberedStretches(groups);
  }
  const most = largestAmount > firstAmount ? `，最多的一期 ${formatMoney(largestAmount)} 元` : "";
  return `第一期 ${formatMoney(firstAmount)} 元，最后一期 ${formatMoney(lastAmount)} 元${most}`;
}

export const scheduleTitle: string = "四、还款计划";
export function scheduleRow(number: number, count: number, due: string, amount: Fen): string {
  return `第 ${number} 期（共 ${count} 期）：${due}，${formatMoney(amount)} 元`;
}
export const wholeScheduleAttached: string = "全部还款计划见附件。";

export const askedTitle: string = "五、请贵方同意并确认";
export function asked({ plan, waived, totalWaived, interestAhead, percent }: LetterFacts): readonly string[] {
  const date = formatDay(plan.agreement.date);
  const interest = percent === null ? "不再计收利息、罚息、复利和违约金" : "不再计收罚息、复利和违约金";
  const parts = waived.map(({ component, amount }) => `${components[component]} ${formatMoney(amount)} 元`);
  const inAll = waived.length < 2 ? "" : `，合计 ${formatMoney(totalWaived)} 元`;
  return [
    `从 ${date} 起，在本人按计划还款期间，${interest}。`,
    ...(waived.length === 0 ? [] : [`减免${parts.join("、")}${inAll}。`]),
    ...(interestAhead === 0
      ? []
      : [
          `利息中有 ${formatMoney(interestAhead)} 元是事先算定的，到 ${date} 尚未到期：其中到该日还没有发生的部分不计入，方案各期金额相应减少。`,
        ]),
    "在第一期之前书面确认本方案：涵盖的金额、还款计划、每笔还款冲抵什么，以及最后一期还清后不再有任何欠款。",
    "书面告知：在本人按计划还款期间，本账户从哪一天起、如何向征信系统报送。",
    "催收只与本人联系（用上面的电话），不联系任何第三人，也不向任何第三人透露本债务。",
  ];
}

export const proofsTitle: string = "六、随附证明（不适用的请划去）";
export const proofs: readonly string[] = [
  "收入：近几个月的工资单或银行流水；经营者提供经营账目",
  "失业：解除劳动关系的证明、失业登记",
  "患病：诊断证明、病历、费用单据",
  "其他：【其他证明】",
];

export const provisionsTitle: string = "七、与本申请有关的规定";
export function provisions({ plan, lender }: LetterFacts): readonly string[] {
  return [
    ...(lender === "card" ? cardProvisions : loanProvisions(plan)),
    "民法典第560条、第561条：还款不足以清偿全部时冲抵哪一笔；没有另外约定的，先冲实现债权的费用，再冲利息，最后冲本金。",
    "民法典第585条：违约金过分高于损失的，法院或仲裁机构可以适当减少。",
    "民法典第676条：逾期利息按约定或国家有关规定支付；第680条：借款利率不得违反国家有关规定。",
    "民法典第1032条、第1033条：保护私人生活安宁，包括不受电话、短信侵扰。",
    "征信业管理条例第15条：报送不良信息前应当告知；第16条：不良信息自不良行为终止之日起保留五年；第25条：提出异议的，20日内答复。",
  ];
}

const cardProvisions: readonly string[] = [
  "商业银行信用卡业务监督管理办法第70条：信用卡欠款超出还款能力、而持卡人仍有还款意愿的，双方可以平等协商，达成个性化分期还款协议，最长五年；达成后停止催收。",
  "法释〔2021〕10号第2条：持卡人可以请求法院调减利息、复利、违约金的总额。",
];

function loanProvisions({ principalNotYetDue }: AgreementPlan): readonly string[] {
  const extension = "民法典第678条：借款人可以在还款期限届满前申请展期，贷款人同意的可以展期（适用于尚未到期的部分）。";
  return [
    ...(principalNotYetDue === 0 ? [] : [extension]),
    "银发〔2003〕251号（银行贷款）第1条：计息、结息方式由双方协商确定；第3条：逾期贷款的罚息利率为合同利率上浮30%至50%。",
    "法发〔2017〕22号第2条：金融借款中，利息、复利、罚息、违约金和其他费用合计超过年化24%的部分，借款人可以请求法院调减。",
    "金规〔2026〕2号（适用于2026-08-01起新发放的个人贷款）：明示综合融资成本，包括逾期时的成本；明示之外不得收费。",
    "GB/T 45251-2025（个人网络消费信贷贷后催收）：催收对象为债务人；仅在联系不上债务人时可以联系其他联系人，不得透露债务，对方拒绝即停止；未经同意不得在22:00至次日08:00催收；每天有效通话不超过三次。",
  ];
}

export const closing: readonly string[] = ["请书面答复至：【通讯地址或电子邮箱】。", "申请人：【姓名】（签名）"];

export const attachmentTitle: string = "附件：全部还款计划";
export const scheduleColumns: typeof English.scheduleColumns = {
  number: "期",
  due: "还款日",
  amount: "应还",
  principal: "本金",
  charges: "息费",
  interest: "利息",
  left: "剩余应还",
};

export const untitledLoan: string = "借款";

export function dueTitle(loan: string, number: number, count: number, amount: Fen): string {
  return `还款 ${formatMoney(amount)} 元：${loan}，第 ${number} 期（共 ${count} 期）`;
}

export function dueDescription({
  principal,
  charges,
  interest,
  left,
}: Parameters<typeof English.dueDescription>[0]): string {
  const named = [
    { name: "本金", amount: principal },
    { name: "息费", amount: charges },
    { name: "利息", amount: interest },
  ].filter(({ amount }) => amount > 0);
  return [
    `其中${named.map(({ name, amount }) => `${name} ${formatMoney(amount)} 元`).join("，")}。`,
    `还后剩余应还 ${formatMoney(left)} 元。`,
    "贷款方书面同意后本日期才有效；在此之前以原合同为准。",
  ].join("\n");
}
