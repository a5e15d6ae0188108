/** 中文：给贷款方的协商信、写给读者的话，以及日历里的还款日。 */

import type { AgreementPlan } from "../../advice/agreement-plan.ts";
import type { LetterContent, LetterPurpose, ReportedAs } from "../../advice/letter.ts";
import { formatDay } from "../../loan/day.ts";
import type { LenderKind } from "../../loan/loan.ts";
import type { Fen } from "../../loan/money.ts";
import type { Rate } from "../../loan/rate.ts";
import { formatMoney } from "../../output/figures.ts";
import type * as English from "../en/letter.ts";
import { inNumberedStretches, sure } from "./phrases.ts";

export const components: typeof English.components = {
  fee: "违约金及费用",
  penalty: "罚息",
  compound: "复利",
  interest: "利息",
  principal: "本金",
  "overdraft-interest": "透支利息",
  "card-fee": "违约金及费用",
  "overdue-interest": "逾期利息",
};

const periods: { readonly [period in Rate["per"]]: string } = { day: "日", month: "月", year: "年" };

export const readerTitle: string = "写给你自己，不是写给贷款方：寄出前请删去这一部分";

export const readerNotes: typeof English.readerNotes = {
  "fill-in": "把【】里的内容填好。金额是按你给出的条款和余额算出的：请先与贷款方的账单核对，不一致的以核实后的为准。",
  "living-first": "吃饭、房租、看病的钱先留出来，再谈每月还多少：申请的金额要每个月都够得着。",
  "request-only": "这只是一份申请。在贷款方书面同意之前，原合同（包括其中约定的息费）照常有效。",
  "ask-yourself":
    "你可以自己直接向贷款方申请，不需要花钱。当心收费代理：保证结果的，索要密码、证件的，叫你断联或停止还款的。不要以贷养贷。",
  "limitation-run-out":
    "如果到期后没有还款、催收或另行约定，诉讼时效已经届满：这时申请分期等于同意还款，不能再以时效抗辩（民法典第192条；诉讼时效规定第19条）。寄出之前，请先咨询律师或法律援助。",
  "limitation-restarts": "申请延期或分期等于同意履行债务：三年诉讼时效重新起算（民法典第195条；诉讼时效规定第14条）。",
  "received-less":
    "实际到手的钱少于合同写明的金额。利息预先扣除的，本金按实际出借数额计算（民法典第670条）；下面的金额按合同写明的数额计算，可能偏多。发出之前，先请贷款方、律师或法律援助重新核算。",
  "cost-disclosure":
    "如果这笔借款是 2026-08-01 或以后发放的，可以补引金规〔2026〕2号：明示综合融资成本，包括逾期时的成本；明示之外不得收费。",
  "keep-copy": "留一份底稿，并保留寄出时间和方式的凭证。",
};

export const addressee: typeof English.addressee = (contact, kind) => {
  if (kind === "private") return "合同或借条上的出借人";
  return contact === null ? "合同上写明的贷款机构，通过它的 App 或客服" : `${contact.zh}${sure[contact.sure]}`;
};

export const whereToSend: typeof English.whereToSend = ({ contact, lender: kind }, hasRegulator) => {
  if (kind === "private") return `寄给谁：${addressee(contact, kind)}，用能留下凭证的方式。`;
  const regulator = hasRegulator ? "没有答复的：金融监管投诉 12378，征信问题 12363（未核实，请核对）。" : "";
  return `寄给谁：${addressee(contact, kind)}；请找负责困难客户协商的部门。${regulator}`;
};

const purposes: { readonly [purpose in LetterPurpose]: string } = {
  deferral: "延期还款",
  "personal-instalments": "个性化分期还款",
  instalments: "分期还款",
  "payment-at-once": "一次性结清",
  "interest-stop": "停止计息",
  "charges-waiver": "减免息费",
  "principal-waiver": "减免部分本金",
};

export const title: typeof English.title = ({ purposes: asked }) =>
  `关于${asked.map((purpose) => purposes[purpose]).join("、")}的申请`;

const NUMERALS = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
export const numbered: typeof English.numbered = (number, title) => `${NUMERALS[number] ?? number}、${title}`;

export function heading(loanName: string | null, lender: LenderKind | null): readonly string[] {
  return [
    "致：【贷款方】",
    "申请人：【姓名】",
    `借款：${loanName ?? "【借款名称】"}；${lender === "private" ? "借条或合同日期：【借款日期】" : "账号后四位：【后四位】"}`,
    "联系电话：【电话】",
    "日期：【日期】",
  ];
}

export function opening({ plan }: LetterContent): string {
  const overdue = plan.daysOverdue === 0 ? "" : `到该日已逾期 ${plan.daysOverdue} 天。`;
  return `本人在贵方有上述借款，愿意归还，但目前无力按原合同还款。现申请从 ${formatDay(plan.agreement.date)} 起，按本人能够坚持的方案归还。${overdue}`;
}

export const owedTitle: string = "目前欠款";
export function owed({ plan, totalOwed }: LetterContent): string {
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

export const reasonsTitle: string = "申请原因";
export const reasons: readonly string[] = [
  "【原因：何时发生了什么，例如收入减少、失业、患病】",
  "本人家庭每月收入【收入】元，吃饭、房租、医药等基本生活支出【支出】元。下列还款额本人能够坚持，因为【依据】。",
];

export const proposalTitle: string = "申请的方案";
export const proposal: typeof English.proposal = {
  "at-once": ({ plan, firstDue }) => `${afterDeferral(plan)}于 ${firstDue} 一次还清。`,
  "amount-at-once": ({ plan }) => `${withDown(plan)}合计 ${formatMoney(plan.totalToPay)} 元。`,
  instalments: ({ plan, firstDue, lastDue }) =>
    `${afterDeferral(plan)}按月分 ${plan.schedule.length} 期归还：第一期 ${firstDue}，最后一期 ${lastDue}；还款计划见附件。`,
  amounts: (content) =>
    `${amounts(content)}；${withDown(content.plan)}合计 ${formatMoney(content.plan.totalToPay)} 元。`,
  "no-interest": (content) => fromItsDay(content, "停止计息（利率为 0）"),
  "monthly-fee": (content) => fromItsDay(content, `每月按分期总额的 ${content.percent} 收取手续费，不另计利息`),
  interest: (content) =>
    fromItsDay(content, `按${periods[content.plan.agreement.rate.per]}利率 ${content.percent} 计息`),
  "beside-dated": ({ plan, chargesKept }) =>
    `${formatDay(plan.agreement.date)} 之后按日期收取和减免的款项已经算入各期，各期共含息费 ${formatMoney(chargesKept)} 元。`,
  "charges-spread": (content) =>
    `${chargesNamed(content)} ${formatMoney(content.chargesKept)} 元，${content.plan.schedule.length === 1 ? "已包括在内" : "分摊到各期"}。`,
  "charges-last": (content) =>
    `${chargesNamed(content)} ${formatMoney(content.chargesKept)} 元，与最后一期一起归还，不再计息。`,
  "payment-now-possible": ({ plan }) =>
    `本人现在可以先还【现在能还的金额】元，${plan.schedule.length === 1 ? "应还金额" : "各期金额"}相应减少。`,
  "payment-now": ({ plan }) => `${formatDay(plan.agreement.date)} 先还 ${formatMoney(plan.down)} 元，再按期归还。`,
  grace: ({ plan }) => `每期有 ${plan.agreement.graceDays} 天宽限，宽限期内还款不算违约。`,
  "waivers-kept": () => "方案中途未能履行的，已减免的部分不再追回。",
};

function afterDeferral({ agreement: { pauseMonths } }: AgreementPlan): string {
  return pauseMonths === 0 ? "" : `先延期 ${pauseMonths} 个月，再`;
}

function withDown({ down }: AgreementPlan): string {
  return down === 0 ? "" : `连同先还的 ${formatMoney(down)} 元，`;
}

function fromItsDay({ plan }: LetterContent, rate: string): string {
  return `从 ${formatDay(plan.agreement.date)} 起：${rate}。`;
}

function chargesNamed({ plan, totalWaived }: LetterContent): string {
  if (plan.down > 0) return "先还之后剩下的息费";
  return totalWaived === 0 ? "现有息费" : "减免后剩下的息费";
}

function amounts({ groups, firstAmount, lastAmount, largestAmount }: LetterContent): string {
  if (groups !== null) return inNumberedStretches(groups);
  const most = largestAmount === null ? "" : `，最多的一期 ${formatMoney(largestAmount)} 元`;
  return `第一期 ${formatMoney(firstAmount)} 元，最后一期 ${formatMoney(lastAmount)} 元${most}`;
}

const reported: { readonly [kind in ReportedAs]: string } = {
  extension: "展期",
  "debt-reduced": "债务减免",
  "card-instalments": "个性化分期",
};

export const askedTitle: string = "请贵方同意并确认";
export const asked: typeof English.asked = {
  "charges-stop": ({ plan, percent, lender }) => {
    const overdue = lender.isCard ? [] : [lender.lender === "private" ? "逾期利息" : "罚息"];
    const interest = percent === null ? [lender.isCard ? "透支利息" : "利息"] : [];
    return `从 ${formatDay(plan.agreement.date)} 起，在本人按计划还款期间，不再计收${[...interest, ...overdue, "复利"].join("、")}和违约金。`;
  },
  waiver: ({ items, totalWaived }) => {
    const parts = items.filter(({ waived }) => waived > 0);
    const named = parts.map(({ name, waived }) => `${components[name]} ${formatMoney(waived)} 元`).join("、");
    return `减免${named}${parts.length < 2 ? "" : `，合计 ${formatMoney(totalWaived)} 元`}。`;
  },
  "leave-out-unearned": ({ plan }) =>
    `事先算定的利息中，${formatDay(plan.agreement.date)} 之后的 ${formatMoney(plan.unearned)} 元还没有发生：不计入，上列金额已不含这一部分。`,
  "written-confirmation": ({ plan }) =>
    plan.schedule.length === 1
      ? "在还款日之前书面确认本方案：涵盖的金额、还款日期、还款冲抵什么，以及还清后不再有任何欠款。"
      : "在第一期之前书面确认本方案：涵盖的金额、还款计划、每笔还款冲抵什么，以及最后一期还清后不再有任何欠款。",
  "collection-suspended": () => "在本人按计划还款期间，暂停催收。",
  "debtor-alone": () => "就本债务的联系只找本人（用上面的电话），不联系任何第三人，也不向任何第三人透露本债务。",
  reporting: ({ reportedAs }) =>
    `书面告知：在本人按计划还款期间，本账户从哪一天起、如何向征信系统报送，是否以${reportedAs.map((kind) => reported[kind]).join("、")}等特殊交易报送。`,
  "settlement-certificate": ({ lender }) =>
    lender.lender === "private" ? "还清后退还借条，或出具收条。" : "还清后出具结清证明。",
};

export const proofsTitle: string = "随附证明（不适用的请划去）";
export const proofs: readonly string[] = [
  "收入：近几个月的工资单或银行流水；经营者提供经营账目",
  "失业：解除劳动关系的证明、失业登记",
  "患病：诊断证明、病历、费用单据",
  "其他：【其他证明】",
];

export const provisionsTitle: string = "与本申请有关的规定";
export const provisions: typeof English.provisions = {
  "card-instalments":
    "商业银行信用卡业务监督管理办法第70条：信用卡欠款超出还款能力、而持卡人仍有还款意愿的，双方可以平等协商，达成个性化分期还款协议，最长五年；除持卡人不履行协议外，停止催收。",
  "card-reduction": "法释〔2021〕10号第2条：透支利息、复利、违约金等合计过高的，持卡人可以请求法院适当减少。",
  extension: "民法典第678条：借款人可以在还款期限届满前申请展期，贷款人同意的可以展期（适用于尚未到期的部分）。",
  "earned-interest": "民法典第677条：提前还款的，除另有约定外，按实际借款期间计算利息。",
  "penalty-rate":
    "银发〔2003〕251号（银行贷款）第1条：计息、结息方式由双方协商确定；第3条：逾期贷款的罚息利率为合同利率上浮 30% 至 50%。",
  "reduction-24":
    "法发〔2017〕22号第2条：持牌机构的贷款，利息、复利、罚息、违约金和其他费用合计过高、显著背离实际损失的，借款人请求调减超过年化 24% 的部分，法院应予支持。",
  "private-rate":
    "民间借贷规定第25条、第28条、第29条：利息、逾期利息、违约金和其他费用合计，法院支持的上限为合同成立时一年期 LPR 的四倍。",
  "private-rate-since-2020":
    "民间借贷规定第25条、第28条、第29条、第31条：2020-08-20 之前成立的合同，截至 2020-08-19 的利息按当时的规定（法释〔2015〕18号第26条：年利率 24% 以内）支持；自 2020-08-20 起，利息、逾期利息、违约金和其他费用合计，法院支持的上限为起诉时一年期 LPR 的四倍。",
  "advance-deduction": "民法典第670条：利息不得预先在本金中扣除；预先扣除的，按照实际借款数额返还借款并计算利息。",
  "cost-disclosure":
    "金规〔2026〕2号（适用于 2026-08-01 起向自然人新发放的贷款）：明示综合融资成本，包括逾期时的成本；明示之外不得收费。",
  allocation: "民法典第561条：同一笔债务的还款，没有另外约定的，先冲实现债权的费用，再冲利息，最后冲本金。",
  damages: "民法典第585条：违约金过分高于损失的，法院或仲裁机构可以适当减少。",
  "overdue-interest": "民法典第676条：逾期利息按约定或国家有关规定支付。",
  "consumer-protection": "银行保险机构消费者权益保护管理办法第41条：银行和消费金融公司催收应当遵守的要求。",
  "collection-self-regulation":
    "中国银行业协会《金融机构个人消费类贷款催收工作指引（试行）》（2026-01-30，行业自律，包括信用卡）：未经同意不得在 22:00 至次日 08:00 催收，不得联系无关第三人。",
  "collection-online":
    "GB/T 45251-2025（个人网络消费信贷贷后催收，推荐性国家标准）：催收对象为债务人；仅在联系不上债务人时可以联系其他联系人，不得透露债务，对方拒绝即停止；未经同意不得在 22:00 至次日 08:00 催收；每天有效通话不超过三次。",
  privacy: "民法典第1032条、第1033条：保护私人生活安宁，包括不受电话、短信侵扰。",
  "credit-record":
    "征信业管理条例第15条：报送不良信息前应当告知；第16条：不良信息自不良行为终止之日起保留五年；第25条：提出异议的，20 日内答复。",
};

export const closing: readonly string[] = ["请书面答复至：【通讯地址或电子邮箱】。", "申请人：【姓名】（签名）"];

export const attachmentTitle: string = "附件：还款计划";
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

export function downTitle(loan: string, amount: Fen): string {
  return `还款 ${formatMoney(amount)} 元：${loan}，先还的一笔`;
}

export function leftAfterwards(left: Fen): string {
  return `还后剩余应还 ${formatMoney(left)} 元。\n${ONCE_AGREED}`;
}

const ONCE_AGREED = "贷款方书面同意后本日期才有效；在此之前以原合同为准。";

export const dueDescription: typeof English.dueDescription = (parts, left) => {
  const named = parts.map(({ name, amount }) => `${scheduleColumns[name]} ${formatMoney(amount)} 元`);
  return `其中${named.join("，")}。\n${leftAfterwards(left)}`;
};
