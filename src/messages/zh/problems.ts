/** 写下的内容有什么不对，以及该怎样写（中文）。 */

import type { FileFailure, JsonExpectation, RowDoubt, WrittenKind } from "../../input/problem.ts";
import { quote, visible } from "../../output/sanitize.ts";
import type { ProblemText, ProblemWords } from "../problem-line.ts";
import { fileName, list, meant, textProblems } from "./text-problems.ts";

const EXPECTED: { readonly [expectation in JsonExpectation]: string } = {
  value: "一个值",
  key: "带双引号的键名",
  colon: "冒号",
  "comma-or-end": "逗号或右括号",
  "end-of-file": "文件结尾",
  "no-comment": "一个值（JSON 不能写注释）",
  string: "写在一行内、带双引号的文字",
};

const KINDS: { readonly [kind in WrittenKind]: string } = {
  text: "文字或数字",
  list: "列表 [ … ]",
  object: "对象 { … }",
  "short-or-object": "对象 { … }，或一行简写",
  "text-or-list": "文字或列表 [ … ]",
};

const SAVE_SHEET = "请在表格软件里打开，把工作表另存为 CSV（UTF-8）。";

const FAILURES: { readonly [failure in FileFailure]: (path: string) => ProblemText } = {
  missing: (path) => ({ what: `没有文件${path}`, hint: "请检查文件名和所在文件夹。" }),
  folder: (path) => ({ what: `${path}是文件夹`, hint: "请指定其中的文件。" }),
  forbidden: (path) => ({ what: `没有权限读取文件${path}`, hint: "请先取得读取权限（chmod u+r），或复制一份。" }),
  unreadable: (path) => ({ what: `无法读取文件${path}`, hint: "请复制一份，或重新保存。" }),
  output: (path) => ({ what: `${path}正是要写入的文件，原有内容会丢失`, hint: "请写到另一个文件。" }),
  workbook: (path) => ({ what: `${path}是工作簿或压缩文件`, hint: SAVE_SHEET }),
  markup: (path) => ({ what: `${path}是网页，或写法与网页相同`, hint: SAVE_SHEET }),
  pdf: (path) => ({ what: `${path}是 PDF，而这里只读文本`, hint: "请索取表格（CSV 或工作簿），或把各行录入表格。" }),
  picture: (path) => ({ what: `${path}是图片，而这里只读文本`, hint: "请把图中内容录入表格（CSV）。" }),
  empty: (path) => ({
    what: `${path}是空的`,
    hint: path === fileName("-") ? "请检查管道里传进来的内容，或写明文件。" : "请检查是否已保存。",
  }),
};

/** 方案文件中的一项。 */
const SCENARIO = '{ "name": "我的方案", "strategy": "daily:50" }';

/** 表格中的一行为什么不能照样计入，以及该怎么办。 */
const ROWS: { readonly [why in RowDoubt]: (text: string) => ProblemText } = {
  unnamed: (text) => ({ what: `${text}所在的列没有列名`, hint: "请给这一列写上列名，或清空。" }),
  "not-done": (text) => ({
    what: `${text}没有说明这笔钱确实已经付出`,
    hint: "没有付成的，请删去这一行；已经付成的，请清空这一格。",
  }),
  failed: (text) => ({
    what: `${text}表示这笔钱没有付成`,
    hint: "没有付成的，请删去这一行；已经付成的，请写“还款”。",
  }),
  paid: (text) => ({
    what: `${text}表示这一期已经还了`,
    hint: "请删去这一行，只列还没有还的；如果另有对账单列出这笔还款，请清空这一列。",
  }),
  status: (text) => ({
    what: `${text}没有说明这一期是否未还、还剩多少`,
    hint: "请写这一期还没有还的金额并清空这一格；已全部还清的，请删去这一行。",
  }),
  payee: (text) => ({
    what: `${text}与前面各行的收款方不同`,
    hint: "请只留同一家贷款机构的各行；如果是同一家的两个名称，请写成一样。",
  }),
  currency: (text) => ({ what: `${text}与前面各行的币种不同`, hint: "请只留同一币种的各行。" }),
  "given-back": (text) => ({
    what: `其中有 ${text} 已退回，或是转账本身的手续费`,
    hint: "请把贷款机构实际收到的写作金额，并清空这一格。",
  }),
  "paid-part": (text) => ({
    what: `${text}表示这一期已经还了全部或一部分`,
    hint: "请在其他列写还没有还的金额并清空这一格；已全部还清的，请删去这一行。",
  }),
  "not-paid": (text) => ({
    what: `从${text}和这一行的其他内容看，不是还给贷款机构的钱`,
    hint: "请删去这一行；确实是还这笔借款的，请在这一格写“支出”。",
  }),
  thousands: (text) => ({
    what: `${text}可能是一个带千位逗号的金额，也可能是两格`,
    hint: "是一个金额的，请加引号或去掉逗号；只有前一格是金额的，请在后面写上 .00。",
  }),
  text: (text) => ({ what: `从${text}看，这一行不是还款`, hint: "请删去这一行；确实是还款的，请清空这一格。" }),
  "both-ways": () => ({ what: "这一行既有收入又有支出", hint: "请分成两行，每行只写一个金额。" }),
  "other-way": () => ({
    what: "这笔还款的方向与前面的相反",
    hint: "退回的钱不是还款：请删去这一行；在对账单里也可以改为“冲正”，指明撤销的是哪一笔还款。",
  }),
};

export const problemWords: ProblemWords = {
  ...textProblems,

  "file-unreadable": ({ text, failure }) => FAILURES[failure](fileName(text)),
  "file-too-large": ({ text, mostMebibytes }) => ({
    what: `${fileName(text)}超过 ${mostMebibytes} MiB，或者没有结尾`,
    hint: "请检查文件名；与这笔借款无关的内容可以去掉。",
  }),
  "input-from-terminal": () => ({
    what: "标准输入是键盘",
    hint: "请用管道送入内容（… | overdue-sim …），或用文件名代替 -。",
  }),
  "input-twice": ({ first }) => ({ what: `标准输入已用于 ${first}`, hint: "标准输入只能读一次：其中一个请改用文件。" }),
  "file-encoding": ({ text, encoding }) => ({
    what: `${fileName(text)}不是 UTF-8 编码${encoding === null ? "" : `，看来是 ${encoding}`}`,
    hint: `请转换：iconv -f ${encoding ?? "编码"} -t UTF-8 原文件 > 新文件。`,
  }),
  "file-nul": ({ text, line }) => ({
    what: `${fileName(text)}第 ${line} 行有空字符（NUL），文本里不该有`,
    hint: "请在该行删去，或另存为纯文本。",
  }),
  "csv-header-missing": ({ columns }) => ({
    what: "第一行没有认得的列名",
    hint: `第一行请写用英文逗号分隔的列名，可用：${list(columns)}；也认得日期、金额、本金等中文列名。`,
  }),
  "csv-ragged": ({ expected, found }) => ({
    what: `此行有 ${found} 格，表头有 ${expected} 格`,
    hint: '请检查逗号；带逗号的金额要加双引号："50,000.00"。',
  }),
  "row-unclear": ({ text, why }) => ROWS[why](quote(text)),
  "row-adds-up": ({ text }) => ({
    what: `${quote(text)}是合计行，不是一笔借款`,
    hint: "请删去这一行；如果借款就叫这个名称，请改名。",
  }),
  "balance-unclear": ({ text }) => ({
    what: `${quote(text)}没有说明是什么的余额`,
    hint: "如果是全部欠款，列名请写“剩余欠款”；如果只是本金，请写“剩余本金”；如果是自己账户的余额，请删去这一列。",
  }),
  "balance-after-unclear": ({ text }) => ({
    what: `${quote(text)}可能是这一期还没有还的本金，也可能是还了这一期之后借款还剩的本金`,
    hint: "请把每一期自己还没有还的本金写在“应还本金”列，并删去这一列。",
  }),
  "thread-ended": () => ({ what: "计算此行的线程两次提前结束", hint: "请单独计算此行；可能是内存不足。" }),
  "not-a-summary": (problem) => ({
    what: `${quote(problem.text)}不是批量汇总文件`,
    hint: "请给出 --summary 写出的文件。",
  }),
  "summary-contradicts": ({ parts, sum, isMore, whole, value }) => ({
    what: `各数相互矛盾：${parts} 合计 ${sum}，${whole} ${isMore ? "只有" : "却是"} ${value}`,
    hint: "请给出 --summary 写出的原文件。",
  }),
  "summary-beside-lines": () => ({
    what: "标准输出已经用来写各行",
    hint: "用 --output 把各行写进文件，或者给汇总起一个文件名。",
  }),
  "summary-beside-resume": () => ({
    what: "--resume 与 --summary 不能同时使用",
    hint: "请不带 --resume 再算一遍整份清单；或者分成几部分，各自加 --summary，再用 batch --merge 合并汇总。",
  }),
  "resume-differs": ({ line }) => ({
    what: `其第 ${line} 行与本命令应写出的不同`,
    hint: "续写须用与之前相同的清单、选项和 --as-of；否则请另存一个文件。",
  }),
  "line-encoding": () => ({
    what: "此行不是 UTF-8 编码",
    hint: "请另存为 UTF-8，或转换：iconv -f GB18030 -t UTF-8 原文件 > 新文件。",
  }),
  "line-no-object": () => ({
    what: "此行不是 JSON 对象",
    hint: `每行应为 {"id": …}，别无其他；列表可用 jq -c '.[]'、分几行写的对象可用 jq -c . 改成这样。`,
  }),
  "line-too-long": ({ most }) => ({ what: `此行超过 ${most} 个字符`, hint: "可能缺了换行。" }),
  "csv-quotes": () => ({ what: "从这里开始的双引号不成对", hint: '双引号要包住整格，格内的双引号写两次：""。' }),
  "list-empty": ({ name, where }) =>
    name === where
      ? { what: "表头下没有数据行", hint: "请至少写一行。" }
      : {
          what: `列表 ${name} 是空的`,
          hint: name === "scenarios" ? `请加一项，例如 ${SCENARIO}。` : "请加一项，或整个省去。",
        },
  "json-broken": ({ found, expected }) => ({
    what: `此处应为${EXPECTED[expected]}，却是${found === null ? "文件结尾" : quote(found)}`,
    hint: "请检查此处及前面的逗号、括号和双引号。",
  }),
  "json-too-deep": ({ most }) => ({ what: `括号嵌套超过 ${most} 层`, hint: "请检查括号。" }),
  "wrong-kind": ({ name, entry, expected, where }) => ({
    what: `${name === where ? "其内容" : quote(name)}${entry === null ? "" : `的第 ${entry} 项`}的类型不对`,
    hint: name === "scenarios" && entry !== null ? `此处请写 ${SCENARIO}。` : `此处请写${KINDS[expected]}。`,
  }),

  conflict: ({ options }) => ({ what: `${visible(options.join(" 与 "))} 不能同时使用`, hint: "请只用其中一个。" }),
  "debt-missing": ({ where }) => ({
    what: "没有给出欠款",
    hint: where.startsWith("--")
      ? "请写 --principal 50000，或用 --loan、--instalments 指定文件。"
      : "请在这一格写剩余本金，例如 50000。",
  }),
  "several-instalments": ({ instalments }) => ({
    what:
      instalments === 1
        ? "此项与 --principal 一起使用，而合同各期的欠款由合同得出"
        : `此项只针对一期，而这笔借款有 ${instalments} 期`,
    hint: "各期的欠款请写在分期表或借款文件里。",
  }),
  "days-overdue-differ": ({ days }) => ({
    what: `按到期日，最早未还的一期逾期 ${days} 天`,
    hint: "请去掉此项，或改正到期日；按合同给出的，用 --missed-since 写明从第几期起没有还。",
  }),
  "no-due-date": ({ text, beside }) => ({
    what: `${quote(text)}不是合同里任何一期的到期日`,
    hint: `请写第一次没还的那一期的到期日或期数：${beside.map(({ due, number }) => `${due}（第 ${number} 期）`).join("或 ")}。`,
  }),
  "too-many-instalments": ({ instalments, most }) => ({
    what: `共有 ${instalments} 期`,
    hint: `最多计算 ${most} 期；请把已还的或很远的各期合并。`,
  }),
  "nothing-owed": () => ({ what: "没有欠款", hint: "请写出尚未还清的金额。" }),
  "all-taken-as-paid": ({ names: [since, days] }) => ({
    what: "合同的各期都已到期，按已还清计，所以没有欠款",
    hint: `请写明从哪一期开始没还：用 ${since} 写到期日或期数，或用 ${days} 写那一期到期至今的天数。`,
  }),
  "dues-not-monthly": ({ due, before }) => ({
    what: `按月计息（period）要求各到期日相隔整月，而 ${before} 与 ${due} 不是`,
    hint: "请把到期日写在每月同一天，或改用 --day-count，例如 actual/360。",
  }),
  "rates-start-late": ({ from, needed }) => ({
    what: `第一个利率从 ${from} 起适用，而从 ${needed} 起就需要利率`,
    hint: "请补上当日的利率，或给一个不带日期的利率。",
  }),
  "penalty-starts-late": ({ daysOverdue }) => ({
    what: `第一个罚息利率从逾期第 ${daysOverdue} 天才开始`,
    hint: "请从第 1 天写起；若当时不计罚息，写 0%/day。",
  }),
  "penalty-maximum-differs": () => ({
    what: "最高利率对所有逾期天数都有效，而这几段罚息的 max 不同",
    hint: "请给每一段写相同的 max，或者直接写较低的利率，不写 max。",
  }),
  "cap-misfit": ({ of }) => ({
    what: `${of} 没有这种上限`,
    hint:
      of === "charges"
        ? "全部息费的上限写比例或年利率：charges=100%、charges=24%/year。"
        : `请写比例（${of}=60%）；penalty、compound、interest 也可写利率（penalty=0.098%/day）；全部息费写 charges=24%/year。`,
  }),
  "limit-reached": ({ date, limit }) => ({
    what: `${date === null ? "金额" : `${date} 欠款`}超过 ${limit} 元，超出能精确计算的范围`,
    hint: "请减少天数，或检查利率和金额。",
  }),

  "strategy-elsewhere": ({ text, allowed }) => ({
    what: `${quote(text)}不能写在这里，这里只能写 ${list(allowed)}`,
    hint: "请写在 compare 或 simulate 的 --strategy 里。",
  }),
  "settings-run-together": ({ text, separated }) => ({
    what: `${quote(text)}里连着写了几个设置`,
    hint: `请隔开：${visible(separated)}。`,
  }),
  "rate-beside-flat": ({ form }) => ({
    what: "method=flat 的协商方案按最初金额每月收费，不另按利率计息",
    hint: `请去掉 rate=，只写每月的费用：${form}；或去掉 method=flat。`,
  }),
  "one-strategy-only": () => ({ what: "逐日只能看一种还法", hint: "请只写一种；几种并排比较请用 compare。" }),
  "no-debt-paid": () => ({ what: "每笔债都写着不还", hint: "预算要还的债，priority 请留空或写数字。" }),
  "payments-aside": () => ({
    what: "已经指定了还法，这里的还款不会计入",
    hint: "请去掉它，或用 compare 把它作为另一种还法来比较：--strategy daily:50。协商分期可以在约定之外另加还款。",
  }),
  "strategy-cycle-named": ({ text, form }) => ({
    what: `${quote(text)}把多久还一次写了两遍`,
    hint: `种类里已经说明，请写 ${visible(form)}。`,
  }),
  "nothing-saved": ({ date, first }) => ({
    what: `到 ${date} 还没有存下钱`,
    hint: `第一笔在 ${first} 存入，请写该日或更晚的日期。`,
  }),
  "settlement-in-words": ({ text, share }) => ({
    what: `${quote(text)}是用文字写的比例`,
    hint: `请写实际支付的比例，带百分号：${share}。`,
  }),
  "settlement-above-total": ({ amount, total, date }) => ({
    what: `结清金额 ${amount} 元多于 ${date} 的欠款 ${total} 元`,
    hint: "请写不超过欠款总额的金额，或写比例，例如 80%。",
  }),

  "nothing-left": ({ income, living }) => ({
    what: `收入 ${income} 元，生活要用 ${living} 元，没有剩下可以还债的钱`,
    hint: "吃饭、房租、看病在先：请向贷款方申请困难帮扶。",
  }),
  "budget-cycles-differ": () => ({
    what: "各个预算的周期必须相同",
    hint: "请都按月写：--budget 3000/month --budget 4000/month:from=2027-06-01。",
  }),
  "living-cycle-differs": () => ({
    what: "与 --income 的周期不同",
    hint: "请都按月写：--income 8000/month --living 5000/month。",
  }),
  "plan-without-goal": ({ options }) => ({
    what: "没有说要计划什么",
    hint: `请给出其中之一：${list(options)}；--budget 1000/month 算出可以跟贷款方谈什么。`,
  }),
  "statement-missing": () => ({
    what: "没有给出要核对的对账单",
    hint: "请写 --statement 文件：CSV，列为 date,kind,amount。",
  }),
  "agreement-asks-nothing": () => ({
    what: "按这个方案没有剩下要分期还的，没有可写的申请或日程",
    hint: "请少减免一些、先还的少一些，或去掉 --letter、--ics。",
  }),
  "agreement-after-clear": ({ begins, clearedOn }) => ({
    what: `方案从 ${begins} 开始，而欠款在 ${clearedOn} 已还清，没有什么需要协商`,
    hint: "请写更早的开始日期（start=），或去掉 --letter、--ics。",
  }),
  "needs-terminal": ({ example }) => ({
    what: "它要提问，但输入或输出不是终端，没有人回答",
    hint: `请改为直接输入已知的内容：${example}`,
  }),
  "needs-option": ({ option }) => ({ what: `只能与 ${option} 一起使用`, hint: `请同时给出 ${option}。` }),
  "command-unknown": (problem) => ({ what: "没有这个命令", hint: meant(problem) }),
  "option-unknown": ({ nearest }) => ({
    what: "没有这个选项",
    hint: nearest === null ? "请看 --help。" : `是否想写 ${nearest}？`,
  }),
  "command-missing": ({ allowed }) => ({
    what: "没有写明命令",
    hint: `请先写命令再写选项，例如 overdue-sim simulate …；命令有：${list(allowed)}；--help 说明各有何用。`,
  }),
  "option-elsewhere": ({ commands }) => ({ what: "这个命令没有这个选项", hint: `它属于 ${list(commands)}。` }),
  "option-twice": ({ option, instead }) => ({
    what: "写了两次",
    hint:
      option === "--scenarios"
        ? "请把两个文件的内容放进一个文件，--scenarios 只写一次。"
        : instead === null
          ? "请只留一个。"
          : `请只留一个；有几笔债，请用 ${instead}。`,
  }),
  "option-without-value": ({ option }) => ({ what: "它不带值", hint: `请只写 ${option}。` }),
  "argument-unexpected": ({ text }) => ({
    what: `${quote(text)}不属于任何选项`,
    hint: "请在前面写上对应的选项；含空格的文字请加引号。",
  }),
};
