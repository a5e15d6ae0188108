/** 写下的文字有什么不对，以及该怎样写（中文）。 */

import type { Dated, NameKind, Part, TextKind, Twice, UnknownWord } from "../../input/problem.ts";
import { quote, visible } from "../../output/sanitize.ts";
import type { ProblemText, ProblemWords } from "../problem-line.ts";

/** 各条问题共用的说法。 */
export const fileName = (path: string): string => (path === "-" ? "标准输入" : quote(path));
export const list = (words: readonly string[]): string => words.join("、");

/** 最相近的词，没有就全部列出。 */
export const meant = ({ nearest, allowed }: UnknownWord): string =>
  nearest === null ? `可选：${list(allowed)}。` : `是否想写 ${nearest}？可选：${list(allowed)}。`;

const RATE_HINT = "请连同期间一起写：0.05%/day、月息1.5%、年化18%（也可写 /日、/月、/年）。";
const ALL_FIVE = "五个科目各写一次，例如 fee,penalty,compound,interest,principal（费用、罚息、复利、利息、本金）。";

/** 本应是什么，该怎样写。 */
const KINDS: { readonly [kind in TextKind]: readonly [name: string, hint: string] } = {
  amount: ["金额", "请写金额，例如 50000、50,000.00 或 5万。"],
  budget: ["预算", "请写 1500/month、每月1500、350/week 或 50/day。"],
  cap: ["上限", "请写 charges=100%、penalty=60%（占本金）或 charges=24%/year；没有上限写 none。"],
  count: ["整数", "只写数字，例如 30。"],
  date: ["日期", "请先写年份：2026-11-22 或 2026年11月22日。"],
  "days-overdue": ["逾期天数", "请写天数、月数或到期日，例如 90、3个月或 2026-08-24。"],
  grace: ["宽限天数", "请写 3、3:waive（宽限期内还清不计罚息）或 3:skip（宽限期后才起算罚息）。"],
  "late-fee": ["违约金规则", "请写 30、5%、5%:min=10:max=500、5%/month 或 10/day；没有违约金写 none。"],
  minimum: ["最低还款额", "请写 10%、100 或 max(100,5%)。"],
  "order-after": ["“从逾期第几天起的顺序”", "请写天数、冒号和顺序，例如 91:principal,interest,compound,penalty,fee。"],
  pause: ["一段日期", "请写 pause=2027-02-01..2027-02-28。"],
  payment: ["还款", "请写 50/day、200/week、1500/month@15、每月1500；单笔写 20000@2027-03-01。"],
  "payment-cycle": ["多久还一次", "斜线后写 day、3days、week、2weeks、month 或 month@15（也可写 天、周、月）。"],
  "payment-once": ["一笔还款", "请写 20000@2027-03-01；重复的还款写在 streams 下。"],
  penalty: ["罚息利率", "请写合同利率的倍数 1.5x（或 1.5倍），或带期间的利率 0.08%/day。"],
  rate: ["利率", RATE_HINT],
  "rate-on-reference": [
    "此处可用的利率",
    "只有合同利率（--rate）可以写 LPR；这里请写当前的数，例如 12%/year，见 overdue-sim law lpr。",
  ],
  "reference-rate": ["以 LPR 计的利率", "请写明期限，倍数写在后面：lpr1y*4、lpr5y、lpr5y+0.5%、lpr5y-30bp。"],
  share: ["比例", "请写 80% 或 0.8。"],
  steps: ["分段金额", "请写 金额x月数，用加号连接：500x12+1000x24。"],
  waiver: ["某日的减免", "请写 2000@2027-01-01:of=penalty 或 50%@2027-01-01:of=charges。"],
};

const UNKNOWN: { readonly [kind in NameKind]: (text: string, of: string) => string } = {
  word: (text) => `此处不认识${text}`,
  setting: (text) => `此处不认识设置${text}`,
  strategy: (text) => `没有${text}这种还法`,
  "strategy-setting": (text, of) => `${text}不是 ${of} 的设置`,
  key: (text) => `此处不认识键${text}`,
  column: (text) => `不认识列${text}`,
};

const UNKNOWN_HINTS: { readonly [kind in NameKind]?: string } = {
  setting: "设置写在冒号后，形式为 名称=值。",
  "strategy-setting": "设置之间用逗号分隔，形式为 名称=值。",
};

/** 导出的表格常缺的列，以及该怎么办。 */
const MISSING_COLUMNS: Readonly<Record<string, string>> = {
  amount: "请加一列，写明每一笔一共多少，例如“实还总额”（amount）。",
  kind: "请用“类别”（kind）一列写明每一行是什么：还款、费用、减免、余额等。",
  principal: "请写明每一期的本金；只知道每期合计（月供）的，改用合同：--borrowed、--months、--method、--first-due。",
};

const MISSING: { readonly [kind in Part]: (names: string, form: string) => ProblemText } = {
  key: (names) => ({ what: `缺少键 ${names}`, hint: `请加上 "${names}": …。` }),
  column: (names) => ({ what: `缺少列 ${names}`, hint: MISSING_COLUMNS[names] ?? "请在第一行和每一行都加上。" }),
  component: (names) => ({ what: `冲抵顺序缺少 ${names}`, hint: ALL_FIVE }),
  setting: (names, form) => ({ what: `必须写 ${names}`, hint: form === "" ? "请补上。" : `请仿照 ${form} 书写。` }),
  date: (names, form) => ({ what: `${quote(names)}没有写哪一天`, hint: `请在后面加上 @日期，例如 ${form}。` }),
  contract: (names) => ({ what: "合同缺少此项", hint: `须同时给出 ${names}，才能算出各期。` }),
};

const TWICE: { readonly [kind in Twice]: (name: string) => ProblemText } = {
  key: (name) => ({ what: `键${quote(name)}出现两次`, hint: "请只留一个。" }),
  column: (name) => ({ what: `列 ${visible(name)} 出现两次`, hint: "请只留一列；两列金额都要算的，请写合计。" }),
  "output-column": (name) => ({ what: `列 ${name} 出现两次`, hint: "请只留一列。" }),
  setting: (name) => ({ what: `${name}= 写了两次`, hint: "请只写一次。" }),
  component: (name) => ({ what: `冲抵顺序中 ${name} 出现两次`, hint: ALL_FIVE }),
  rate: (name) => ({
    what: name === "" ? "有两个利率都从最初起适用" : `有两个利率都从 ${name} 起适用`,
    hint: "每个日期只留一个，写法如 4%/year@2026-01-01。",
  }),
  penalty: (name) => ({ what: `从逾期第 ${name} 天起有两个罚息利率`, hint: "每个天数只留一个。" }),
  order: (name) => ({ what: `从逾期第 ${name} 天起有两种顺序`, hint: "每个天数只写一种。" }),
  debt: (name) => ({ what: `有两笔债都叫${quote(name)}`, hint: "请各取一个名称。" }),
  month: (name) => ({ what: `${name} 写了两个金额`, hint: "每个月只写一个。" }),
  budget: (name) => ({
    what: name === "" ? "从一开始就有两个预算" : `从 ${name} 起有两个预算`,
    hint: "请只留一个，或写明另一个从哪天起：4000/month:from=2027-06-01。",
  }),
  strategy: (name) => ({
    what: `有两种还法都叫${quote(name)}`,
    hint: "请给其中一种另取名称：选项里写 名称=写法，文件里改 name。",
  }),
};

const AMBIGUOUS = {
  payments: "轮流还的几笔，也可能是带千位逗号的一个数",
  rate: "百分数，也可能就是这个数本身",
  period: "前一个期间的利率，也可能是后一个期间的",
  "parts-a-day": "按日息的习惯（1分为千分之一、1厘为万分之一）写的，也可能是照月息的习惯写的",
  "share-or-amount": "比例，也可能是金额",
};

const IN_BALANCES = "已计入余额的请省去，或用更早的 --as-of 并给出当日余额。";
const EARLY_HINTS: { readonly [kind in Dated]: (asOf: string, date: string) => string } = {
  payment: () => IN_BALANCES,
  statement: () => "请用更早的 --as-of 并给出当日余额，或删去这一行。",
  charge: () => IN_BALANCES,
  waiver: () => IN_BALANCES,
  agreement: (asOf) => `请写 ${asOf} 或更晚的日期。`,
  acceleration: (_, date) => `请去掉它，并把提前到期各期的到期日写成 ${date}。`,
  enforcement: (asOf) => `请写 ${asOf} 或更晚的日期，或用更早的 --as-of 并给出当日余额。`,
  horizon: () => "请写更晚的日期。",
};

export const textProblems = {
  empty: ({ name }) =>
    name === undefined
      ? { what: "没有写内容", hint: "请写一个值，或者整个省去。" }
      : { what: `${name}= 没有值`, hint: `请写 ${name}=…，或整个省去。` },
  "part-empty": ({ text }) => ({ what: `${quote(text)}中有一处是空的`, hint: "请补上内容，或去掉多余的分隔符。" }),
  unreadable: ({ text, kind }) => ({ what: `${quote(text)}不是${KINDS[kind][0]}`, hint: KINDS[kind][1] }),
  "form-unknown": ({ text, form }) => ({
    what: `${quote(text)}不符合这种还法的写法`,
    hint: `请仿照 ${visible(form)} 书写。`,
  }),
  unknown: (problem) => ({
    what: UNKNOWN[problem.kind](quote(problem.text), problem.of ?? ""),
    hint: `${UNKNOWN_HINTS[problem.kind] ?? ""}${meant(problem)}`,
  }),
  missing: ({ kind, names, form }) => MISSING[kind](visible(list(names)), form ?? ""),
  duplicate: ({ kind, name }) => TWICE[kind](name),
  misplaced: ({ name }) => ({ what: `${name} 在此处没有意义`, hint: "请去掉。" }),
  ambiguous: ({ text, kind, forms }) => ({
    what: `${quote(text)}可能是${AMBIGUOUS[kind]}`,
    hint: `请写 ${forms.map((form) => `'${visible(form)}'`).join(" 或 ")}。`,
  }),
  "too-many-digits": ({ text, most }) => ({
    what: `${quote(text)}超过 ${most} 位数字`,
    hint: "请按合同上的位数书写。",
  }),
  exponent: ({ text }) => ({ what: `${quote(text)}用了指数写法`, hint: "请写出全部数字，例如 50000。" }),
  accrues: ({ text }) => ({
    what: `${quote(text)}按条款逐日产生，不单独列行`,
    hint: "请去掉这一行；某日尚欠多少，写在“余额”行的相应列，例如“罚息”。",
  }),
  negative: ({ text }) => ({ what: `${quote(text)}是负数`, hint: "请去掉负号。" }),
  "entry-side": ({ text }) => ({
    what: `${quote(text)}可能是普通的一笔，也可能是撤销的一笔`,
    hint: "还款、收费、减免的金额请不带负号、括号和 CR、DR；撤销的一笔，类别请写“冲正”。",
  }),
  zero: ({ text }) => ({ what: `${quote(text)}等于零`, hint: "请写大于 0 的数。" }),
  "decimals-too-many": ({ text }) => ({
    what: `${quote(text)}的小数按元算超过两位`,
    hint: "最多写两位小数，例如 1234.50；如果点是千位分隔，请去掉。",
  }),
  "grouping-wrong": ({ text, withPoint }) => ({
    what: `${quote(text)}的逗号没有按三位一组`,
    hint: withPoint === null ? "请写 50,000.00，或者不用逗号。" : `如果逗号是小数点，请写 ${withPoint}。`,
  }),
  "amount-too-large": ({ text, limit }) => ({
    what: `${quote(text)}超出可计算的范围`,
    hint: `金额最大为 ${limit} 元。`,
  }),
  "total-too-large": ({ limit }) => ({ what: "各项金额合计超出可计算的范围", hint: `合计最大为 ${limit} 元。` }),
  "out-of-range": ({ text, least, most }) => ({
    what: `${quote(text)}超出范围`,
    hint: `须在 ${least} 与 ${most} 之间。`,
  }),
  "paid-out-without-instalments": ({ text, begins }) =>
    begins === null
      ? {
          what: `放款日（${text}）只用于逐期给出的借款`,
          hint: "请去掉日期，或用 --instalments 给出各期。",
        }
      : {
          what: `这份合同的利息从第一个到期日前一个月即 ${begins} 算起，而不是 ${text}`,
          hint: "请去掉日期。如果放款确实更早或更晚，第一期的利息就不是一个月的利息：请照贷款机构的还款计划，用 --instalments 给出各期。",
        },
  "borrowed-below-principal": ({ text, principal }) => ({
    what: `${quote(text)}比还没有还的本金 ${principal} 元还少`,
    hint: "这里写的是当初借款的总额：请核对这两个金额。",
  }),
  "total-below-principal": ({ text, principal }) => ({
    what: `${quote(text)}比本金 ${principal} 元还少`,
    hint: "欠款合计是本金加上息费。如果本金填错了，按 Esc 回到前面修改。",
  }),
  "rate-without-period": ({ text }) => ({ what: `${quote(text)}没有说明是日利率、月利率还是年利率`, hint: RATE_HINT }),
  "rate-period-unknown": ({ text, period }) => ({
    what: `${quote(text)}中的${quote(period)}不是利率的期间`,
    hint: "请写 /day、/month 或 /year（也可写 /日、/月、/年）。",
  }),
  "rate-below-nothing": ({ text }) => ({
    what: `${quote(text)}有的日子低于 0`,
    hint: "请少减一些，或用 @ 写明起始日，并写明下一个利率及其起始日。",
  }),
  "rate-too-high": ({ text }) => ({
    what: `${quote(text)}高于每日 100%`,
    hint: "请检查百分号和期间，例如 0.05%/day。",
  }),
  "penalty-too-high": () => ({ what: "罚息高于每日 100%", hint: "请检查倍数（1.5x）和合同利率。" }),
  "date-incomplete": ({ text, first, last }) => ({
    what: `${quote(text)}没有写是哪一天`,
    hint: `请写 ${first} 到 ${last} 之间的一天。`,
  }),
  "date-serial": ({ text, date }) => ({
    what: `${quote(text)}是数字，不是日期；从 1900 年起算的表格软件用它表示 ${date}`,
    hint: `如果就是这一天，请写 ${date}；整列都是这样的，请在表格软件里设为日期格式，再另存为 CSV。`,
  }),
  "date-zone": ({ text, written, inChina }) => ({
    what: `${quote(text)}按所写时区是 ${written}，按北京时间是 ${inChina}`,
    hint: "请只写贷款机构记账的那一天。",
  }),
  "date-impossible": ({ text, lastOfMonth }) => ({
    what: `日历上没有${quote(text)}这一天`,
    hint: lastOfMonth === null ? "请检查月和日。" : `该月最后一天是 ${lastOfMonth}。`,
  }),
  "minimum-above-maximum": ({ minimum, maximum }) => ({
    what: `最低 ${minimum} 高于最高 ${maximum}`,
    hint: "请对调，或省去其中一个。",
  }),
  "either-of": ({ names, form }) => ({
    what: `须写 ${list(names)} 其中之一，且只写一个`,
    hint: `例如 ${visible(form)}。`,
  }),
  "parts-differ": ({ of, total, amount }) => ({
    what: `各项合计 ${total}，与金额 ${amount} 不符`,
    hint:
      of === "statement"
        ? "请与对账单核对；对账单没有分项的，请留空。"
        : "请改正写错的那一项或合计；也可以去掉合计这一列，不需要它。",
  }),
  "reverses-nothing": ({ line, date, amount }) => ({
    what:
      line === null
        ? `没有日期为 ${date}、金额为 ${amount} 的可撤销的一行`
        : `第 ${line} 行不是${amount === "" ? "" : `金额为 ${amount} 的`}还款、费用或减免，或已被撤销`,
    hint: "请在 reverses 列写文件的行号（从文件第一行数起，表头和其上的标题都算），每行只能撤销一次，金额须一致。",
  }),
  "too-early": ({ kind, date, asOf }) => ({
    what: `${date} ${kind === "agreement" || kind === "enforcement" ? `早于 ${asOf}` : `不在 ${asOf} 之后`}，而余额是 ${asOf} 日终的余额`,
    hint: EARLY_HINTS[kind](asOf, date),
  }),
  "too-late": ({ date, last }) => ({
    what: `${date} 晚于对账单最后一天 ${last}，期间内没有可计的部分`,
    hint: `请给 ${last} 或更早的日期，或给到那时为止的对账单。`,
  }),
  "too-far": ({ date, latest, where }) => ({
    what: `${date} 在一百年以后`,
    hint: `最晚为 ${latest}${where === "--until" ? "；--until-cleared 会算到还清为止" : ""}。`,
  }),
  "until-before-from": ({ from, until }) => ({ what: `结束日 ${until} 早于开始日 ${from}`, hint: "请对调两个日期。" }),
  "pause-outside": ({ pause, first, last }) => ({
    what: `暂停的 ${pause} 不起作用：还款${last === null ? `从 ${first} 开始` : `在 ${first} 至 ${last} 之间`}`,
    hint: "请写这段时间之内的日期，或去掉暂停。",
  }),
} satisfies Partial<ProblemWords>;
