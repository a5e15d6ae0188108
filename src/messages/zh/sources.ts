/** What the sources of products and of the law say, in Chinese, by how they stand beside the terms and the rules. */

const SOURCES: { readonly [source: string]: string } = {
  "each customer's own, shown in the app; articles name 0.01 % to 0.06 %/day":
    "因人而异，以 App 显示为准；文章中见每日 0.01% 至 0.06%",
  "table definitions of a partner bank's MYbank feed (icms_mybk_acc_loan, icms_mybk_loan_int_calc): yearly rate = daily × 360":
    "合作银行的网商贷数据表定义（icms_mybk_acc_loan、icms_mybk_loan_int_calc）：年利率 = 日利率 × 360",
  "table definitions of a partner bank's MYbank feed (icms_mybk_acc_loan, icms_mybk_loan_int_calc): one accrual row a day":
    "合作银行的网商贷数据表定义（icms_mybk_acc_loan、icms_mybk_loan_int_calc）：每天一行计提",
  "entmm 2022, 53shop 2018, jumeiguan: overdue bill × rate × 1.5 × days, today not counted":
    "entmm 2022、53shop 2018、jumeiguan：逾期账单 × 利率 × 1.5 × 天数，当天不计",
  "table definitions of a partner bank's MYbank feed (icms_mybk_acc_loan, icms_mybk_loan_int_calc): a balance for penalty on overdue principal":
    "合作银行的网商贷数据表定义（icms_mybk_acc_loan、icms_mybk_loan_int_calc）：有逾期本金罚息的余额",
  "table definitions of a partner bank's MYbank feed (icms_mybk_acc_loan, icms_mybk_loan_int_calc): a balance for penalty on overdue interest, none for penalty on penalty":
    "合作银行的网商贷数据表定义（icms_mybk_acc_loan、icms_mybk_loan_int_calc）：有逾期利息罚息的余额，没有罚息再计罚息的余额",
  "no source; the rule of banks, 银发〔2003〕251号 art 3": "无来源；按银行通行规则，银发〔2003〕251号第三条",
  "no source; day by day": "无来源；按日计算",
  "sources contradict: jumeiguan, 南方财富网 2022 and f8195 know no grace, szhome does; the feed has a field for it":
    "说法不一：jumeiguan、南方财富网 2022、f8195 称没有宽限，szhome 称有；数据表中有宽限字段",
  "table definitions of a partner bank's MYbank feed (icms_mybk_acc_loan, icms_mybk_loan_int_calc): six balances, none for a fee":
    "合作银行的网商贷数据表定义（icms_mybk_acc_loan、icms_mybk_loan_int_calc）：六个余额，没有费用",
  "no source names one": "没有来源提到",
  "no source; only where the lender says so": "无来源；仅在放款方提出时",
  "no source; rates are kept exact": "无来源；利率不取舍",
  "no source; exact accrual, whole fen when posted": "无来源；精确计提，入账时取整到分",
  "the contract's order was not found; a bank's template has this one": "未找到合同中的顺序；一家银行的合同范本如此",
  "no source for this lender; both axes are in use": "没有这家放款方的来源；两种做法都有",
  "no source for this lender; cards and some lenders switch at 91 days":
    "没有这家放款方的来源；信用卡和部分放款方从第 91 天起改变顺序",
  "no source; the same order": "无来源；顺序相同",
  "no source; the next instalment": "无来源；冲下一期",
  "what was agreed; where nothing was, none: 民间借贷规定 (2020) art 24":
    "按约定；没有约定利息的不计：民间借贷规定（2020）第二十四条",
  "what was agreed; where nothing was, the rate agreed for the term: 民间借贷规定 (2020) art 28":
    "按约定；没有约定逾期利率的，按借期内利率：民间借贷规定（2020）第二十八条",
  "no source; a year's rate over 365 days": "无来源；年利率按一年 365 天",
  "Civil Code art 561: costs, interest, principal, where nothing else was agreed":
    "民法典第五百六十一条：没有另外约定的，依次冲费用、利息、本金",
  "a consumer page": "资讯网页",
  "the rate is each customer's own; 0.05 %/day is a common one": "利率因人而异；每日 0.05% 较常见",
  "table definitions of a partner bank's 借呗 feed (icms_myjb_*): yearly rate = daily × 360":
    "合作银行的借呗数据表定义（icms_myjb_*）：年利率 = 日利率 × 360",
  "no source; usual where a loan may be repaid on any day": "无来源；可随时还款的贷款通常如此",
  "table definitions of a partner bank's 借呗 feed (icms_myjb_*): penalty rate is 1.5 × the daily rate":
    "合作银行的借呗数据表定义（icms_myjb_*）：罚息利率为日利率的 1.5 倍",
  "table definitions of a partner bank's 借呗 feed (icms_myjb_*): penalty on overdue principal":
    "合作银行的借呗数据表定义（icms_myjb_*）：逾期本金计罚息",
  "table definitions of a partner bank's 借呗 feed (icms_myjb_*): penalty on overdue interest":
    "合作银行的借呗数据表定义（icms_myjb_*）：逾期利息计罚息",
  "the feed knows a grace in which penalty is 0, but not its days": "数据表中有罚息为 0 的宽限期，但没有天数",
  "the feed keeps six decimals of the penalty rate, of a unit that is not stated":
    "数据表中罚息利率保留六位小数，单位未注明",
  "no source for this lender; a bank's template, and in line with Civil Code art 561 (costs, interest, principal)":
    "没有这家放款方的来源；一家银行的合同范本如此，与民法典第五百六十一条（费用、利息、本金）一致",
  "consumer pages: free of interest to the due date": "资讯网页：到期日前免息",
  "consumer pages: the rate is daily, nothing is converted": "资讯网页：利率按日给出，无需换算",
  "several consumer pages: 0.05 %/day of the unpaid amount from the day after the due date":
    "多个资讯网页：从到期次日起，按未还金额每日 0.05%",
  "several consumer pages: 0.05 %/day of the unpaid amount from the day after the due date, its interest included":
    "多个资讯网页：从到期次日起，按未还金额每日 0.05%，其中的利息也计入",
  "no source": "无来源",
  "each customer's own, commonly 0.02 % to 0.05 %/day; the highest is taken":
    "因人而异，一般每日 0.02% 至 0.05%；此处取最高值",
  "no source for this product; the rule of banks, 银发〔2005〕129号":
    "没有这个产品的来源；按银行通行规则，银发〔2005〕129号",
  "consumer pages: normal interest goes on, plus overdue principal × daily rate × 50 %":
    "资讯网页：正常利息照计，另加逾期本金 × 日利率 × 50%",
  "no source says that overdue interest bears penalty": "没有来源称逾期利息也计罚息",
  "sources contradict: the day after, three days, or none": "说法不一：次日、三天，或没有宽限",
  "no rate was found; instalment fees are fixed in advance": "未找到利率；分期服务费事先约定",
  "sources contradict: two pages name 0.07 %/day, one 0.015 %/day (gucheng, 2024-05); the more frequent is taken":
    "说法不一：两个网页称每日 0.07%，一个称每日 0.015%（gucheng，2024-05）；此处取较多的说法",
  "gucheng: of the unpaid amount": "gucheng：按未还金额",
  "gucheng: of the unpaid amount, its interest included": "gucheng：按未还金额，其中的利息也计入",
  "rules as reproduced: all charges together at most 24 %/year": "转载的规则：全部息费合计不超过每年 24%",
  "table definitions of a partner bank's 京东金条 feed: yearly rate = daily × 360":
    "合作银行的京东金条数据表定义：年利率 = 日利率 × 360",
  "pages name 0.06 % to 0.15 %/day, which is 1.5 × of 0.04 % to 0.1 %/day; the multiple itself is not published":
    "网页称每日 0.06% 至 0.15%，即每日 0.04% 至 0.1% 的 1.5 倍；倍数本身没有公布",
  "gucheng, qx47: penalty = unpaid principal × 0.06 % to 0.15 %/day × days, rounded half-up to the fen":
    "gucheng、qx47：罚息 = 未还本金 × 每日 0.06% 至 0.15% × 天数，四舍五入到分",
  "gucheng, qx47: penalty = unpaid principal × 0.06 % to 0.15 %/day × days, rounded half-up to the fen; nothing on interest":
    "gucheng、qx47：罚息 = 未还本金 × 每日 0.06% 至 0.15% × 天数，四舍五入到分；利息不计罚息",
  "csai: 1.5 × the contract rate": "csai：合同利率的 1.5 倍",
  "no source for this product; the rule of banks, 银发〔2003〕251号 art 3":
    "没有这个产品的来源；按银行通行规则，银发〔2003〕251号第三条",
  "contract text of 放心借: yearly rate ÷ 360": "放心借合同文本：年利率 ÷ 360",
  "contract text of 放心借": "放心借合同文本",
  "contract text of 放心借: on the instalment's unpaid principal": "放心借合同文本：按该期未还本金",
  "contract text of 放心借: at most 0.098 %/day": "放心借合同文本：每日不超过 0.098%",
  "no source for this product; the upper end of 银发〔2003〕251号 art 3, usual for online loans":
    "没有这个产品的来源；取银发〔2003〕251号第三条的上限，网络贷款通常如此",
  "help pages of 陆金所: penalty, interest, principal": "陆金所帮助页：罚息、利息、本金",
  "help pages of 陆金所: oldest instalment first": "陆金所帮助页：最早的一期在先",
  "fee rules of 捷信 as reproduced, not later than 2022": "转载的捷信收费规则，不晚于 2022 年",
  "fee rules of 捷信 as reproduced, not later than 2022: over 90 days all falls due":
    "转载的捷信收费规则，不晚于 2022 年：逾期超过 90 天全部到期",
  "one consumer page (guanxian): 36.5 % a year, above the 24 % that the sector keeps to: probably superseded":
    "一个资讯网页（guanxian）：每年 36.5%，高于行业遵守的 24%，可能已经失效",
  "guanxian: 0.1 %/day of the overdue amount": "guanxian：按逾期金额每日 0.1%",
  "guanxian: 0.1 %/day of the overdue amount, its interest included": "guanxian：按逾期金额每日 0.1%，其中的利息也计入",
  "loan prime rate of one year, 3.00 % (2025-05-20, still so on 2026-09-20), and a spread of 3 points that is assumed":
    "一年期 LPR 3.00%（2025-05-20 起，至 2026-09-20 未变），加假定的 3 个百分点",
  "PBoC notice 银发〔2005〕129号, as applied in accrual notices and textbooks: daily rate = yearly ÷ 360":
    "人民银行银发〔2005〕129号，按计息通知和教材的用法：日利率 = 年利率 ÷ 360",
  "zhifou, gucheng, a judgment: 1.5 × is typical, mortgages 1.3 × to 1.5 ×; within 银发〔2003〕251号 art 3":
    "zhifou、gucheng 及一份判决：通常为 1.5 倍，住房贷款 1.3 至 1.5 倍；在银发〔2003〕251号第三条范围内",
  "PBoC notice 银发〔2003〕251号, art 3: contract rate +30 % to +50 % on overdue loans, unpaid interest compounds":
    "人民银行银发〔2003〕251号第三条：逾期贷款在合同利率上加收 30% 至 50%，欠息计复利",
  "template of 农业银行 for personal loans: the lender chooses the order; this one is customary":
    "农业银行个人贷款合同范本：顺序由贷款人决定；此处为惯常顺序",
  "广州互联网法院 (2019)粤0192民初38420号, quoting the contract: 6.12 %/year":
    "广州互联网法院（2019）粤0192民初38420号所引合同：每年 6.12%",
  "广州互联网法院 (2019)粤0192民初38420号, quoting the contract: 9.18 %/year, +50 %":
    "广州互联网法院（2019）粤0192民初38420号所引合同：每年 9.18%，即加收 50%",
  "广州互联网法院 (2019)粤0192民初38420号, quoting the contract: (principal + interest due and unpaid) × actual days × daily penalty rate":
    "广州互联网法院（2019）粤0192民初38420号所引合同：（本金 + 到期未还利息）× 实际天数 × 罚息日利率",
  "广州互联网法院 (2019)粤0192民初38420号, quoting the contract: penalty claimed on principal and on interest, 本金罚息 and 利息罚息":
    "广州互联网法院（2019）粤0192民初38420号所引合同：分别主张本金罚息和利息罚息",
  "the contract's own; 18 %/year lies within the 24 % asked of new loans":
    "以合同为准；每年 18% 在新发放贷款 24% 的要求之内",
  "core system of a micro-loan company (Java, public), mode A: (unpaid principal + unpaid interest) × daily penalty rate × days":
    "一家小额贷款公司公开的核心系统（Java），模式 A：（未还本金 + 未还利息）× 罚息日利率 × 天数",
  "core system of a micro-loan company (Java, public), mode A: unpaid interest bears penalty, penalty does not":
    "一家小额贷款公司公开的核心系统（Java），模式 A：未还利息计罚息，罚息不计",
  "core system of a micro-loan company (Java, public): rounded half-up to the fen once, over all days":
    "一家小额贷款公司公开的核心系统（Java）：全部天数合计后四舍五入到分，一次",
  "core system of a micro-loan company (Java, public): penalty, interest, principal":
    "一家小额贷款公司公开的核心系统（Java）：罚息、利息、本金",
  "core system of a micro-loan company (Java, public): oldest instalment first":
    "一家小额贷款公司公开的核心系统（Java）：最早的一期在先",
  "core system of a micro-loan company (Java, public): over 90 days all principal, then all interest, then all penalty":
    "一家小额贷款公司公开的核心系统（Java）：超过 90 天后先全部本金，再全部利息，再全部罚息",
  "usual; the ceiling until 2020, agreed freely since 2021-01-01 (银发〔2020〕327号)":
    "通行；2020 年底前为上限，2021-01-01 起自主协商（银发〔2020〕327号）",
  "worked examples of issuers: the rate is daily, nothing is converted": "发卡行的计算示例：利率按日给出，无需换算",
  "worked examples of issuers: the daily rate on what is unpaid, from the posting day until it is paid":
    "发卡行的计算示例：未还部分从记账日起按日利率计收，至还清为止",
  "CGB cardholder agreement: compounded monthly; no interest on fees (PBoC card notice of 2016)":
    "广发银行领用合约：按月计复利；费用不计利息（人民银行 2016 年信用卡通知）",
  "CGB cardholder agreement: compounded monthly": "广发银行领用合约：按月计复利",
  "中国银行卡行业自律公约: at least three days (容时); some issuers must be asked":
    "中国银行卡行业自律公约：容时至少三天；有的发卡行需要申请",
  "typical 5 % of what is unpaid of the minimum payment, at least CNY 30 (CGB): the minimum payment is not known here":
    "通常为最低还款额未还部分的 5%，最低 30 元（广发）；此处最低还款额未知",
  "charters of ICBC (art 20), BOC, CCB, ABC, CGB and Bohai, after 商业银行信用卡业务监督管理办法 art 57: up to 90 days interest or fees, then principal":
    "工商银行章程（第二十条）及中行、建行、农行、广发、渤海各行章程，依商业银行信用卡业务监督管理办法第五十七条：90 天以内先利息或费用，后本金",
  "CMB takes billed before unbilled; others do not say": "招商银行先冲已出账单再冲未出账单；其他银行未说明",
  "charters of ICBC (art 20), BOC, CCB, ABC, CGB and Bohai, after 商业银行信用卡业务监督管理办法 art 57: from day 91 principal, then interest or fees":
    "工商银行章程（第二十条）及中行、建行、农行、广发、渤海各行章程，依商业银行信用卡业务监督管理办法第五十七条：从第 91 天起先本金，后利息或费用",
  usual: "通行说法",
  "two public data sets of the LPR that agree, to 2025-07-21": "两份相互一致的 LPR 公开数据，至 2025-07-21",
  "FachuanHybridSystem, to 2026-08-20, confirmed by a second source; 2026-09-20 as reported":
    "FachuanHybridSystem，至 2026-08-20，另有来源印证；2026-09-20 据报道",
  "debt_review, table of the LPR to 2025-07-21; news of several of its changes":
    "debt_review 的 LPR 表，至 2025-07-21；其中几次变动见于新闻",
  "tables and reports of 2026-06-22 and 2026-09-20; the months between were not read":
    "2026-06-22 和 2026-09-20 的表格与报道；其间各月未查阅",
  "最高人民法院 法发〔2017〕22号 art 2": "最高人民法院法发〔2017〕22号第二条",
  "法释〔2020〕27号 (not under the rules on private lending), so 法发〔2017〕22号 art 2":
    "法释〔2020〕27号（不适用民间借贷规定），因此按法发〔2017〕22号第二条",
  "小额贷款公司综合融资成本管理工作指引 (PBoC and NFRA), circulated about 2025-12-19; full text not read":
    "小额贷款公司综合融资成本管理工作指引（人民银行、金融监管总局），约 2025-12-19 印发；未读到全文",
  "法释〔2021〕10号 art 2": "法释〔2021〕10号第二条",
  "法释〔2015〕18号 art 26, as quoted on several pages": "法释〔2015〕18号第二十六条，据多个网页引用",
  "民间借贷规定 (2020) arts 1, 25, 28, 29, 31; 法释〔2020〕27号":
    "民间借贷规定（2020）第一、二十五、二十八、二十九、三十一条；法释〔2020〕27号",
  "Civil Code art 585; 法释〔2023〕13号 (合同编通则解释) arts 64, 65":
    "民法典第五百八十五条；法释〔2023〕13号（合同编通则解释）第六十四、六十五条",
  "General Principles of the Civil Law (民法通则) art 135, the article and its first day from memory":
    "民法通则第一百三十五条（条文号和施行日凭记忆）",
  "General Provisions of the Civil Law (民法总则) art 188; 法释〔2018〕12号 arts 1, 2, 3":
    "民法总则第一百八十八条；法释〔2018〕12号第一、二、三条",
  "Civil Code arts 188, 189, 197": "民法典第一百八十八、一百八十九、一百九十七条",
  "Civil Code art 195; 诉讼时效规定 (2020) arts 8, 14; for cards 法释〔2021〕10号 art 3":
    "民法典第一百九十五条；诉讼时效规定（2020）第八、十四条；信用卡另见法释〔2021〕10号第三条",
  "Civil Code art 192; 诉讼时效规定 (2020) art 19; the two rulings as quoted":
    "民法典第一百九十二条；诉讼时效规定（2020）第十九条；两份裁判据引用",
  "征信业管理条例 (State Council Order 631) art 16": "征信业管理条例（国务院令第631号）第十六条",
  "two programs that read the PBoC report; its first day from memory": "两个读取人民银行征信报告的程序；起始日凭记忆",
  "csai; 南方财富网; two programs that read the PBoC report; for cards 1 to 7 count missed minimum payments":
    "csai；南方财富网；两个读取人民银行征信报告的程序；信用卡的 1 至 7 为未还最低还款额的次数",
  "two programs that read the PBoC report": "两个读取人民银行征信报告的程序",
  "商业银行金融资产风险分类办法 (令〔2023〕第1号); for consumer finance by analogy":
    "商业银行金融资产风险分类办法（令〔2023〕第1号）；消费金融公司参照适用",
  "商业银行信用卡业务监督管理办法 art 92; its first day from memory":
    "商业银行信用卡业务监督管理办法第九十二条；起始日凭记忆",
  "商业银行金融资产风险分类办法 (令〔2023〕第1号) arts 17–20, 21":
    "商业银行金融资产风险分类办法（令〔2023〕第1号）第十七至二十条、第二十一条",
  "最高人民法院 法释〔2014〕8号, arts 1, 3, 4; Civil Procedure Law (2023) art 264":
    "最高人民法院法释〔2014〕8号第一、三、四条；民事诉讼法（2023）第二百六十四条",
};

/** A name that both languages share stands for itself. */
export const sourceInWords = (source: string): string => SOURCES[source] ?? source;
