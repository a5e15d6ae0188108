/** 写下的文字有什么不对，以及该怎样写（中文）。 */

import { visible } from "../../output/sanitize.ts";
import type { ProblemWords } from "../problem-line.ts";
import { list, meant, quote } from "./problem-phrases.ts";

const AMOUNT_HINT = "请写金额，例如 50000、50,000.00 或 5万。";
const RATE_HINT = "请连同期间一起写：0.05%/day、1.5%/month 或 18%/year（也可写 /日、/月、/年）。";

export const textProblems = {
  empty: () => ({ what: "没有写内容", hint: "请写一个值，或者整个省去。" }),
  "part-empty": ({ text }) => ({
    what: `${quote(text)}的逗号旁有一处是空的`,
    hint: "请补上内容，或去掉多余的逗号。",
  }),
  "too-many-digits": ({ text, most }) => ({ what: `${quote(text)}超过${most}位数字`, hint: "请按合同上的位数书写。" }),
  "not-one-of": (problem) => ({ what: `此处不认识${quote(problem.text)}`, hint: meant(problem) }),

  "amount-unreadable": ({ text }) => ({ what: `${quote(text)}不是金额`, hint: AMOUNT_HINT }),
  "amount-exponent": ({ text }) => ({ what: `${quote(text)}用了指数写法`, hint: "请写出全部数字，例如 50000。" }),
  "amount-negative": ({ text }) => ({ what: `${quote(text)}是负数`, hint: "请去掉负号。" }),
  "amount-zero": ({ text }) => ({ what: `${quote(text)}等于零`, hint: "请写大于0的金额。" }),
  "amount-decimals": ({ text }) => ({
    what: `${quote(text)}小于一分的部分无法计算`,
    hint: "最多写两位小数，例如 1234.50。",
  }),
  "amount-grouping": ({ text }) => ({
    what: `${quote(text)}的逗号没有按三位一组`,
    hint: "请写 50,000.00，或者不用逗号。",
  }),
  "amount-too-large": ({ text, limit }) => ({ what: `${quote(text)}超出可计算的范围`, hint: `金额最大为 ${limit}。` }),
  "total-too-large": ({ limit }) => ({ what: "各项金额合计超出可计算的范围", hint: `合计最大为 ${limit}。` }),

  "share-unreadable": ({ text }) => ({ what: `${quote(text)}不是比例`, hint: "请写 80% 或 0.8。" }),
  "share-out-of-range": ({ text }) => ({
    what: `${quote(text)}不在零和全部之间`,
    hint: "请写 0% 到 100%，或 0 到 1。",
  }),

  "rate-unreadable": ({ text }) => ({ what: `${quote(text)}不是利率`, hint: RATE_HINT }),
  "rate-without-period": ({ text }) => ({ what: `${quote(text)}没有说明是日利率、月利率还是年利率`, hint: RATE_HINT }),
  "rate-period-unknown": ({ text, period }) => ({
    what: `${quote(text)}中的${quote(period)}不是利率的期间`,
    hint: "请写 /day、/month 或 /year（也可写 /日、/月、/年）。",
  }),
  "rate-negative": ({ text }) => ({ what: `${quote(text)}是负数`, hint: "利率不能小于0。" }),
  "rate-too-high": ({ text }) => ({
    what: `${quote(text)}高于每日100%`,
    hint: "请检查百分号和期间，例如 0.05%/day。",
  }),
  "penalty-unreadable": ({ text }) => ({
    what: `${quote(text)}不是罚息利率`,
    hint: "请写合同利率的倍数 1.5x（或 1.5倍），或带期间的利率 0.08%/day。",
  }),
  "penalty-too-high": () => ({ what: "罚息高于每日100%", hint: "请检查倍数（1.5x）和合同利率。" }),

  "date-unreadable": ({ text }) => ({ what: `${quote(text)}不是日期`, hint: "请写成 2026-11-22。" }),
  "date-format": ({ text, iso }) => ({ what: `${quote(text)}不是“年-月-日”的写法`, hint: `请写 ${iso}。` }),
  "date-impossible": ({ text, lastOfMonth }) => ({
    what: `日历上没有${quote(text)}这一天`,
    hint: lastOfMonth === null ? "请检查月和日。" : `该月最后一天是 ${lastOfMonth}。`,
  }),
  "date-out-of-range": ({ text, earliest, latest }) => ({
    what: `${quote(text)}太远`,
    hint: `日期须在 ${earliest} 与 ${latest} 之间。`,
  }),

  "count-unreadable": ({ text }) => ({ what: `${quote(text)}不是整数`, hint: "只写数字，例如 30。" }),
  "count-out-of-range": ({ text, least, most }) => ({
    what: `${quote(text)}超出范围`,
    hint: `请写 ${least} 到 ${most} 的整数。`,
  }),
} satisfies Partial<ProblemWords>;

export const ruleProblems = {
  "grace-unreadable": ({ text }) => ({
    what: `${quote(text)}不是宽限天数`,
    hint: "请写 3、3:waive（宽限期内还清不计罚息）或 3:skip（宽限期后才起算罚息）。",
  }),
  "late-fee-unreadable": ({ text }) => ({
    what: `${quote(text)}不是违约金规则`,
    hint: "请写 30、5%、5%:min=10:max=500 或 5%/month；没有违约金写 none。",
  }),
  "late-fee-kind": () => ({
    what: "违约金须写金额或百分比，二者取一",
    hint: '请写 "amount": "30.00" 或 "percent": "5%"。',
  }),
  "minimum-above-maximum": ({ minimum, maximum }) => ({
    what: `最低 ${minimum} 高于最高 ${maximum}`,
    hint: "请对调，或省去其中一个。",
  }),
  "setting-unknown": (problem) => ({
    what: `此处不认识设置${quote(problem.text)}`,
    hint: `设置写在冒号后，形式为 名称=值。${meant(problem)}`,
  }),
  "setting-misplaced": ({ setting }) => ({ what: `${setting}= 在此处没有意义`, hint: `请去掉 :${setting}=…。` }),
  "setting-double": ({ setting }) => ({ what: `${setting}= 写了两次`, hint: "请只写一次。" }),

  "order-missing": ({ components }) => ({
    what: `冲抵顺序缺少 ${list(components)}`,
    hint: "五个科目各写一次，例如 fee,penalty,compound,interest,principal。",
  }),
  "order-double": ({ component }) => ({
    what: `冲抵顺序中 ${component} 出现两次`,
    hint: "五个科目各写一次，例如 fee,penalty,compound,interest,principal。",
  }),
  "order-after-unreadable": ({ text }) => ({
    what: `${quote(text)}不是“从逾期第几天起的顺序”`,
    hint: "请写天数、冒号和顺序，例如 91:principal,interest,compound,penalty,fee。",
  }),
  "order-after-double": ({ daysOverdue }) => ({
    what: `从逾期第${daysOverdue}天起有两种顺序`,
    hint: "每个天数只写一种。",
  }),

  "payment-unreadable": ({ text }) => ({
    what: `${quote(text)}不是还款`,
    hint: "请写 50/day、200/week、1500/month@15；单笔写 20000@2027-03-01。",
  }),
  "payment-cycle-unknown": ({ text }) => ({
    what: `${quote(text)}没有说明多久还一次`,
    hint: "斜线后写 day、3days、week、2weeks、month 或 month@15。",
  }),
  "payment-commas-unclear": ({ text, list: turns, one }) => ({
    what: `${quote(text)}可能是轮流还的几笔，也可能是带千位逗号的一个数`,
    hint: `轮流还请写 '${visible(turns)}'（带引号）；一个数请写 ${visible(one)}。`,
  }),
  "payment-before-as-of": ({ date, asOf }) => ({
    what: `${date} 不在 ${asOf} 之后，而余额是 ${asOf} 日终的余额`,
    hint: "已计入余额的还款请省去，或用更早的 --as-of 并给出当日余额。",
  }),
  "pause-unreadable": ({ text }) => ({
    what: `${quote(text)}不是一段日期`,
    hint: "请写 pause=2027-02-01..2027-02-28。",
  }),
  "until-before-from": ({ from, until }) => ({ what: `结束日 ${until} 早于开始日 ${from}`, hint: "请对调两个日期。" }),
} satisfies Partial<ProblemWords>;
