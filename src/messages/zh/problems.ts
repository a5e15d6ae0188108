/** 材料里有什么不对，以及该怎样写（中文）。 */

import type { JsonExpectation, JsonKind } from "../../input/problem.ts";
import { visible } from "../../output/sanitize.ts";
import type { ProblemWords } from "../problem-line.ts";
import { list, meant, paper, quote } from "./problem-phrases.ts";
import { ruleProblems, textProblems } from "./text-problems.ts";

const EXPECTED: { readonly [expectation in JsonExpectation]: string } = {
  value: "一个值",
  key: "带双引号的键名",
  colon: "冒号",
  "comma-or-end": "逗号或右括号",
  "end-of-file": "文件结尾",
};

const KINDS: { readonly [kind in JsonKind]: string } = {
  written: "文字或数字",
  list: "列表 [ … ]",
  object: "对象 { … }",
};

/** 方案文件中的一项。 */
const SCENARIO = '{ "name": "我的方案", "strategy": "daily:50" }';

const fileProblems = {
  "file-missing": ({ text }) => ({ what: `没有文件${quote(text)}`, hint: "请检查文件名和所在文件夹。" }),
  "file-folder": ({ text }) => ({ what: `${quote(text)}是文件夹`, hint: "请指定其中的文件。" }),
  "file-forbidden": ({ text }) => ({
    what: `没有权限读取文件${quote(text)}`,
    hint: "请先取得读取权限（chmod u+r），或复制一份。",
  }),
  "file-unreadable": ({ text }) => ({ what: `无法读取文件${quote(text)}`, hint: "请复制一份，或重新保存。" }),
  "file-empty": ({ text }) => ({ what: `${paper(text)}是空的`, hint: "请检查是否已保存。" }),
  "input-from-terminal": () => ({
    what: "标准输入是键盘",
    hint: "请用管道送入内容（… | overdue-sim …），或用文件名代替 -。",
  }),
  "input-twice": ({ first }) => ({ what: `标准输入已用于 ${first}`, hint: "标准输入只能读一次：其中一个请改用文件。" }),
  "file-encoding": ({ text, encoding }) => ({
    what: `${paper(text)}不是 UTF-8 编码${encoding === null ? "" : `，看来是${encoding}`}`,
    hint: `请转换：iconv -f ${encoding ?? "GB18030"} -t UTF-8 原文件 > 新文件。`,
  }),

  "csv-header-missing": ({ columns }) => ({
    what: "第一行没有列名",
    hint: `第一行请写用英文逗号分隔的列名，可用：${list(columns)}。`,
  }),
  "csv-column-missing": ({ column, columns }) => ({ what: `缺少列 ${column}`, hint: `必须有：${list(columns)}。` }),
  "csv-column-unknown": (problem) => ({ what: `不认识列${quote(problem.text)}`, hint: meant(problem) }),
  "csv-column-double": ({ column }) => ({ what: `列 ${column} 出现两次`, hint: "请只留一列。" }),
  "csv-ragged": ({ expected, found }) => ({
    what: `此行有${found}格，表头有${expected}格`,
    hint: '请检查逗号；带逗号的金额要加双引号："50,000.00"。',
  }),
  "csv-quotes": () => ({ what: "双引号不成对", hint: '双引号要包住整格，格内的双引号写两次：""。' }),
  "csv-rows-missing": () => ({ what: "表头下没有数据行", hint: "请至少写一行。" }),

  "json-broken": ({ found, expected }) => ({
    what: `此处应为${EXPECTED[expected]}，却是${found === null ? "文件结尾" : quote(found)}`,
    hint: "请检查此处及前面的逗号、括号和双引号。",
  }),
  "json-too-deep": ({ most }) => ({ what: `括号嵌套超过${most}层`, hint: "请检查括号。" }),
  "json-key-unknown": (problem) => ({ what: `此处不认识键${quote(problem.text)}`, hint: meant(problem) }),
  "json-key-double": ({ key }) => ({ what: `键${quote(key)}出现两次`, hint: "请只留一个。" }),
  "json-key-missing": ({ key }) => ({ what: `缺少键 ${key}`, hint: `请加上 "${key}": …。` }),
  "json-kind": ({ key, entry, expected }) => ({
    what: `${quote(key)}${entry === null ? "" : `的第 ${entry} 项`}的类型不对`,
    hint: key === "scenarios" && entry !== null ? `此处请写 ${SCENARIO}。` : `此处请写${KINDS[expected]}。`,
  }),
} satisfies Partial<ProblemWords>;

const loanProblems = {
  conflict: ({ options }) => ({ what: `${visible(options.join(" 与 "))} 不能同时使用`, hint: "请只用其中一个。" }),
  "principal-missing": () => ({
    what: "没有给出欠款",
    hint: "请写 --principal 50000，或用 --loan、--instalments 指定文件。",
  }),
  "several-instalments": ({ instalments }) => ({
    what: `此项只针对一期，而这笔借款有${instalments}期`,
    hint: "各期的欠款请写在分期表或借款文件里。",
  }),
  "contract-and-instalments": () => ({
    what: "文件里既有合同又有分期",
    hint: "请只留一个；有分期时合同里只能写 borrowed。",
  }),
  "contract-incomplete": () => ({
    what: "合同缺少此项",
    hint: "须同时给出 --borrowed、--months、--method 和 --first-due，才能算出各期。",
  }),
  "contract-interest-accrued": () => ({
    what: "合同各期已含利息，不能再逐日计收",
    hint: "请去掉此项，或给出不含利息的各期。",
  }),
  "missed-since-after-last": ({ text, last }) => ({
    what: `${quote(text)}在最后一期之后`,
    hint: `最后一期的到期日是 ${last}。`,
  }),
  "too-many-instalments": ({ instalments, most }) => ({
    what: `共有 ${instalments} 期`,
    hint: `最多计算 ${most} 期；请把已还的或很远的各期合并。`,
  }),
  "nothing-owed": () => ({ what: "没有欠款", hint: "请写出尚未还清的金额。" }),
  "rates-double": ({ from }) => ({
    what: from === null ? "有两个利率都从最初起适用" : `有两个利率都从 ${from} 起适用`,
    hint: "每个日期只留一个。",
  }),
  "rates-start-late": ({ from, needed }) => ({
    what: `第一个利率从 ${from} 起适用，而从 ${needed} 起就需要利率`,
    hint: "请补上当日的利率，或省去第一个 from。",
  }),
  "penalty-tiers-double": ({ daysOverdue }) => ({
    what: `从逾期第${daysOverdue}天起有两个罚息利率`,
    hint: "每个天数只留一个。",
  }),
  "penalty-tiers-start-late": ({ daysOverdue }) => ({
    what: `第一个罚息利率从逾期第${daysOverdue}天才开始`,
    hint: "请从第1天写起；若当时不计罚息，写 0%/day。",
  }),
  "list-empty": ({ key }) => ({
    what: `列表 ${key} 是空的`,
    hint: key === "scenarios" ? `请加一项，例如 ${SCENARIO}。` : "请加一项，或整个省去。",
  }),
  "accelerated-before": ({ date, asOf }) => ({
    what: `借款在 ${date} 提前到期，不在 ${asOf} 之后`,
    hint: `请去掉 accelerateOn，并把提前到期各期的到期日写成 ${date}。`,
  }),
  "until-not-after-as-of": ({ until, asOf, where }) => ({
    what: `结束日 ${until} 不在开始日 ${asOf} 之后`,
    hint: where === "--until" ? "请写更晚的日期，或用 --days 写天数。" : "请写更晚的日期。",
  }),
  "until-too-far": ({ until, latest, where }) => ({
    what: `${until} 在一百年以后`,
    hint: `最晚为 ${latest}${where === "--until" ? "；--until-cleared 会算到还清为止" : ""}。`,
  }),
  "limit-reached": ({ date, limit }) => ({
    what: `${date === null ? "金额" : `${date} 欠款`}超过 ${limit} 元，超出能精确计算的范围`,
    hint: "请减少天数，或检查利率和金额。",
  }),
} satisfies Partial<ProblemWords>;

const strategyProblems = {
  "strategy-unknown": (problem) => ({
    what: `没有${quote(problem.text)}这种还法`,
    hint: `${meant(problem)}先写种类，再写冒号。`,
  }),
  "strategy-unreadable": ({ text, form }) => ({
    what: `${quote(text)}不符合这种还法的写法`,
    hint: `请仿照 ${form} 书写。`,
  }),
  "strategy-name-empty": () => ({ what: "等号前的名称是空的", hint: "请写名称，或去掉等号。" }),
  "strategy-double": ({ name }) => ({
    what: `有两种还法都叫${quote(name)}`,
    hint: "请给其中一种另取名称：名称=写法。",
  }),
  "strategy-setting-unknown": (problem) => ({
    what: `${quote(problem.text)}不是 ${problem.strategy} 的设置`,
    hint: `设置之间用逗号分隔，形式为 名称=值。${meant(problem)}`,
  }),
  "strategy-setting-missing": ({ strategy, setting, form }) => ({
    what: `${strategy} 必须写 ${setting}=`,
    hint: `请仿照 ${form} 书写。`,
  }),
  "strategy-setting-without-value": ({ setting }) => ({
    what: `${setting}= 后面没有值`,
    hint: `请写 ${setting}=…，或整个省去。`,
  }),
  "strategy-settings-run-together": ({ text, separated }) => ({
    what: `${quote(text)}里连着写了几个设置`,
    hint: `请用逗号隔开：${visible(separated)}。`,
  }),
  "strategy-date-missing": ({ text, form }) => ({
    what: `${quote(text)}没有写哪一天`,
    hint: `请在后面加上 @日期，例如 ${form}。`,
  }),
  "strategy-cycle-named": ({ text, form }) => ({
    what: `${quote(text)}把多久还一次写了两遍`,
    hint: `种类里已经说明，请写 ${visible(form)}。`,
  }),
  "before-as-of": ({ text, asOf }) => ({
    what: `${quote(text)}早于 ${asOf}，而余额是 ${asOf} 日终的余额`,
    hint: `请写 ${asOf} 或更晚的日期。`,
  }),
  "nothing-saved": ({ date, first }) => ({
    what: `到 ${date} 还没有存下钱`,
    hint: `第一笔在 ${first} 存入，请写该日或更晚的日期。`,
  }),
  "settlement-nothing": ({ text }) => ({
    what: `按${quote(text)}结清等于不付款`,
    hint: "请写高于 0%、不超过 100% 的比例，或写金额。",
  }),
  "settlement-unclear": ({ text }) => ({
    what: `${quote(text)}可能是比例，也可能是金额`,
    hint: "比例请带百分号：80%；这样小的金额请带单位：0.80元。",
  }),
  "settlement-in-words": ({ text, share }) => ({
    what: `${quote(text)}是用文字写的比例`,
    hint: `请写实际支付的比例，带百分号：${share}。`,
  }),
  "settlement-above-total": ({ amount, total, date }) => ({
    what: `结清金额 ${amount} 多于 ${date} 的欠款 ${total}`,
    hint: "请写不超过欠款总额的金额，或写比例，例如 80%。",
  }),
  "scenario-empty": ({ keys }) => ({
    what: "这个方案没有写明做什么",
    hint: `请加上其中一项：${list(keys)}；什么都不做请写 "strategy": "none"。`,
  }),
  "budget-unreadable": ({ text }) => ({
    what: `${quote(text)}不是预算`,
    hint: "请写 1500/month、350/week 或 50/day。",
  }),
} satisfies Partial<ProblemWords>;

const lineProblems = {
  "plan-without-goal": ({ options }) => ({ what: "没有说要计划什么", hint: `请给出其中之一：${list(options)}。` }),
  "one-strategy-only": () => ({ what: "逐日只能看一种还法", hint: "请只写一种；几种并排比较请用 compare。" }),
  "agreement-asks-nothing": () => ({
    what: "按这个方案不需要再还，没有可写的申请或日程",
    hint: "请少减免一些，或去掉 --letter、--ics。",
  }),
  "needs-option": ({ option }) => ({ what: `只能与 ${option} 一起使用`, hint: `请同时给出 ${option}。` }),
  "command-unknown": (problem) => ({ what: "没有这个命令", hint: meant(problem) }),
  "option-unknown": ({ nearest }) => ({
    what: "没有这个选项",
    hint: nearest === null ? "请看 --help。" : `是不是 ${nearest}?`,
  }),
  "command-missing": ({ allowed }) => ({
    what: "没有写明命令",
    hint: `请以其中之一开头：${list(allowed)}；--help 说明各有何用。`,
  }),
  "option-elsewhere": ({ commands }) => ({ what: "这个命令没有这个选项", hint: `它属于 ${list(commands)}。` }),
  "option-twice": ({ instead }) => ({
    what: "写了两次",
    hint: instead === null ? "请只留一个。" : `请只留一个；有几笔债，请用 ${instead}。`,
  }),
  "option-without-value": ({ option }) => ({ what: "它不带值", hint: `请只写 ${option}。` }),
  "argument-unexpected": ({ text }) => ({
    what: `${quote(text)}不属于任何选项`,
    hint: "请在前面写上对应的选项；含空格的文字请加引号。",
  }),
} satisfies Partial<ProblemWords>;

export const problemWords: ProblemWords = {
  ...lineProblems,
  ...textProblems,
  ...ruleProblems,
  ...fileProblems,
  ...loanProblems,
  ...strategyProblems,
};
