/** 中文：关于对账单的信，以及主张数额的一段话。 */

import type { DifferingLine, NamedDifference } from "../../advice/audit/audit-letter.ts";
import { formatDay } from "../../loan/day.ts";
import { formatDifference, formatMoney, shortPercent } from "../../output/figures.ts";
import type * as English from "../en/audit-letter.ts";
import { kinds } from "./audit.ts";
import { addressee, components } from "./letter.ts";

export const readerNotes: typeof English.readerNotes = (assumed, kind) => [
  kind === "private" ? "把【】里的内容填好。" : "把【】里的内容填好；账号只写后四位即可。",
  "数字是按你给出的条款所做的计算，不是法律意见；以合同和凭证为准。请先把条款与合同核对。",
  ...(assumed === null ? [] : [`没有给出的条款用${assumed.zh}的通常条款代替；--assumptions 可以列出。`]),
];

export const moreByTerms: typeof English.moreByTerms = (more) =>
  `按给出的条款，应欠的比对账单所称的还多 ${formatMoney(more)} 元，收信人会从信中看到：寄出前请先核对条款，尤其是利率、罚息、复利和起始时的欠款。`;

export const whereToSend: typeof English.whereToSend = (contact, kind) =>
  `寄给谁：${addressee(contact, kind)}。留一份底稿，并保留寄出时间和方式的凭证。`;

export const title: typeof English.title = ({ differingLines }) =>
  differingLines.length === 0 ? "关于提供逐笔对账单的申请" : "关于提供逐笔对账单并更正或说明的申请";

export const opening: typeof English.opening = ({ on, linesCompared, differingLines, tolerance }) => {
  const found =
    differingLines.length === 0 ? `未发现超过 ${formatMoney(tolerance)} 元的差额。` : "其中有几行与条款不一致。";
  const compared =
    linesCompared === 0
      ? `贵方截至 ${formatDay(on)} 的对账单没有写明还款如何分配，也没有写明余额，本人无从与合同条款核对。`
      : `本人已将贵方截至 ${formatDay(on)} 的对账单与本人所知的合同条款逐行核对，${found}`;
  return `${compared}本函仅为核对账目，不构成对债务或其数额的确认。`;
};

/** 对方只认日期和类别，不知道用户文件的行号。 */
const entry = ({ line, date, kind }: DifferingLine["line"]): string =>
  `第 ${line} 行（${formatDay(date)}，${kinds[kind]}）`;

export const askedTitle: string = "请贵方提供";
export const asked: typeof English.asked = ({ differingLines, unapplied }, withinDays) => [
  "本账户自第一天起的逐笔对账单：每一笔的日期、类别、金额，其中本金、各项利息、违约金及费用各多少，以及记账后的余额。",
  ...(differingLines.length === 0
    ? []
    : [
        `对账单下列各行的更正：${differingLines.map(entry).join("、")}；或者说明计算依据：合同条款、利率、基数和天数。`,
      ]),
  ...(unapplied > 0
    ? [
        `所还的钱里，按本人所知的条款有 ${formatMoney(unapplied)} 元超出所欠：请说明它记在哪里；没有其他欠款可抵的，请予退还。`,
      ]
    : []),
  `收到本函之日起 ${withinDays} 天内书面答复。`,
];

export const differencesTitle: string = "对账单与条款不一致之处";

const wholes = { balance: "欠款合计", "principal-balance": "所欠本金" } as const;

const named = (of: DifferingLine["of"]): string =>
  of === "balance" || of === "principal-balance" ? wholes[of] : components[of];

function inWords({ line, of, stated, computed, difference }: DifferingLine): string {
  return `${entry(line)}，${named(of)}：对账单 ${formatMoney(stated)} 元，按条款 ${formatMoney(computed)} 元，差额 ${formatDifference(difference)} 元。`;
}

export const differing: typeof English.differing = (first, largest) =>
  first === largest
    ? [`最早也是最大的差额：${inWords(first)}`]
    : [`最早的差额：${inWords(first)}`, `最大的差额：${inWords(largest)}`];

export const put: typeof English.put = (items) => {
  const parts = items
    .map(({ name, difference }) => `${components[name]} ${formatDifference(difference)} 元`)
    .join("，");
  return `所还的钱，对账单冲各科目的数额与按条款的差额：${parts}。`;
};

export const explained: typeof English.explained = (changes, remaining, areEntries) => {
  const change = changes.join("，并且");
  const asked = areEntries
    ? "如果是这样，请予更正，或者指明是哪一笔入账、以什么凭证为据。"
    : "如果是这样计算的，请指明合同条款。";
  return remaining === null
    ? `按本人所知的条款，如果${change}，则与对账单相符。${asked}`
    : `按本人所知的条款，如果${change}，则更接近；此时最大差额为 ${formatMoney(remaining)} 元。`;
};

export const figuresTitle: string = "按条款计算的数额";
export const figures: typeof English.figures = ({ on, unearned, isUnearnedLeftOut }) =>
  `截至 ${formatDay(on)} 日终，单位：元；+ 表示对账单多于条款。${unearned === 0 ? "" : `事先定好、属于此后日子的利息 ${formatMoney(unearned)} 元未计入按条款的金额${unearnedInStatement(isUnearnedLeftOut)}。`}`;
function unearnedInStatement(isLeftOut: boolean | null): string {
  if (isLeftOut === null) return "";
  return isLeftOut ? "，视对账单也未计入" : "；视对账单已计入，不算差额：加上这一部分再作比较";
}
export const figuresColumns: typeof English.figuresColumns = { component: "科目", owed: "按条款", difference: "差额" };
export const unnamed: string = "未写明科目";

export const claimReaderTitle: string = "写给你自己：使用前请删去这一部分";
export const notYetDue: typeof English.notYetDue = (principal) =>
  `本金中 ${formatMoney(principal)} 元在数额截止日尚未到期：只有贷款已宣布提前到期（由贷款方按合同宣布，在借款文件中写 accelerateOn），才能一并主张；否则只主张已到期的部分。`;
export const claimTitle: string = "主张的数额";
export const exceeded: typeof English.exceeded = ({ above, yearlyRate, title }) =>
  `按条款产生的息费中，${formatMoney(above)} 元超过年化 ${shortPercent(yearlyRate)}（${title.zh}）；下面这段话没有减去这一部分，能不能主张请先确定。`;

const listed = (items: readonly NamedDifference[]): string =>
  items.map(({ name, owed }) => `${components[name]} ${formatMoney(owed)} 元`).join("、");

function sourceInWords(source: English.RateSource): string {
  switch (source.kind) {
    case "entered":
      return "按合同录入";
    case "product":
      return `取自内置条款：${source.title.zh}，并非取自合同`;
    case "statement":
      return `取自对账单第 ${source.line} 行`;
    default:
      return source satisfies never;
  }
}

export const claimParagraph: typeof English.claimParagraph = ({ claim, items, daily, rate, penaltyRate, source }) => {
  const { lender, loanName, on, totalOwed, unearned, principalNotYetDue, goesOnFrom, totalDaily, graces, isCapped } =
    claim;
  const known = lender.lender === "private" ? "借条或合同日期【借款日期】" : "账号后四位【后四位】";
  const ahead = unearned === 0 ? "" : `事先定好、属于此后日子的利息 ${formatMoney(unearned)} 元未计入。`;
  const laterDue = principalNotYetDue === 0 ? "" : `本金中 ${formatMoney(principalNotYetDue)} 元在此后才到期。`;
  const owed = totalOwed === 0 ? "没有欠款" : `共欠 ${formatMoney(totalOwed)} 元：${listed(items)}`;
  const rates =
    rate === null ? "" : `合同利率：${rate}（${sourceInWords(source)}）；${penaltyRate.name}：${penaltyRate.value}。`;
  const goesOn =
    totalDaily === 0
      ? `自 ${formatDay(goesOnFrom)} 起不再按日增加。`
      : `自 ${formatDay(goesOnFrom)} 起继续计算，起初每日 ${formatMoney(totalDaily)} 元（${listed(daily)}），至清偿之日${isCapped ? "或达到合同约定的上限" : ""}为止。`;
  const inGrace = graces.map(
    ({ until, amount }) =>
      `尚在宽限期内的部分，${formatDay(until)} 当日及以前还清的不计；未还清的，次日加计此前各日共 ${formatMoney(amount)} 元${totalDaily > 0 ? "，并从此按日计算" : ""}。`,
  );
  return `借款：${loanName ?? "【借款名称】"}，${known}，借款人【姓名】。按条款计算，截至 ${formatDay(on)} 日终，${owed}。${laterDue}${ahead}${rates}${goesOn}${inGrace.join("")}`;
};
