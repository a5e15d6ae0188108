/** What the lines of cost are, and where they end, in words: `audit` and `law` say them. */

import type { Wording } from "./law-table.ts";

export interface CostLineWords {
  /** The rule it stands in, as a reader would cite it. */
  readonly title: Wording;
  readonly is: Wording;
  readonly isNot: Wording;
}

export const JUDICIAL_24: CostLineWords = {
  title: { en: "法发〔2017〕22号, art 2", zh: "法发〔2017〕22号第2条" },
  is: {
    en: "where interest, compound, penalty, damages for breach and other fees together exceed 24% a year of the unpaid principal over the real time, and far exceed the loss, courts are to grant a request to reduce the part above",
    zh: "利息、复利、罚息、违约金和其他费用合计超过未还本金按实际期间年利率 24% 的部分，过高且显著背离实际损失的，借款人请求调减，法院应予支持",
  },
  isNot: {
    en: "no ceiling of the law: unasked nothing lapses; not for private loans; not named for cards",
    zh: "不是法定上限：不请求不会自动调减；不适用于民间借贷；信用卡的规定没有写明数字",
  },
};

export const JUDICIAL_24_OF_MICRO_LOANS: CostLineWords = {
  ...JUDICIAL_24,
  isNot: {
    en: `${JUDICIAL_24.isNot.en}; that micro-loan companies are no private lenders is settled since 2021-01-01 (法释〔2020〕27号)`,
    zh: `${JUDICIAL_24.isNot.zh}；小额贷款公司不适用民间借贷的规定，自 2021-01-01 起才明确（法释〔2020〕27号）`,
  },
};

export const MICRO_LOAN_24: CostLineWords = {
  title: {
    en: "guidance on the cost of micro-loan companies (小额贷款公司综合融资成本管理工作指引)",
    zh: "小额贷款公司综合融资成本管理工作指引",
  },
  is: {
    en: "guidance by the regulators: the whole cost of new loans above 24% a year is to be corrected at once, and lowered to 4 × LPR of one year, in principle by the end of 2027; loans of up to a month: 24%",
    zh: "监管指引：新发放贷款综合融资成本超过年化 24% 的应立即纠正，原则上最迟 2027 年底降至一年期 LPR 的 4 倍以内；一个月以内的贷款为 24%",
  },
  isNot: {
    en: "not for loans made before; not a right of the borrower by itself",
    zh: "不适用于此前发放的贷款；本身不是借款人的请求权",
  },
};

export const CARD_REDUCTION: CostLineWords = {
  title: { en: "法释〔2021〕10号 (bank cards), art 2", zh: "法释〔2021〕10号（银行卡）第2条" },
  is: {
    en: "interest, compound and damages for breach of a card together can be reduced by a court on request where they are too high",
    zh: "信用卡透支利息、复利、违约金等合计过高的，持卡人可以请求法院适当减少",
  },
  isNot: { en: "names no number: no line of 24%", zh: "没有写明数字：不是 24% 的线" },
};

export const PRIVATE_24: CostLineWords = {
  title: { en: "法释〔2015〕18号 (private lending), art 26", zh: "法释〔2015〕18号（民间借贷）第26条" },
  is: {
    en: "courts grant interest agreed up to 24% a year; what was paid between 24% and 36% cannot be asked back; above 36% the agreement is void and what was paid can be asked back",
    zh: "约定年利率不超过 24% 的，法院支持；24% 至 36% 之间已付的不能要求返还；超过 36% 的部分无效，已付的可以要求返还",
  },
  isNot: { en: "not for licensed lenders' loans", zh: "不适用于持牌机构的贷款" },
};

export const PRIVATE_4_LPR: CostLineWords = {
  title: { en: "民间借贷规定 (private lending), arts 25 and 29", zh: "民间借贷规定第25条、第29条" },
  is: {
    en: "courts do not grant what interest, overdue interest, damages for breach and fees together exceed of 4 × LPR of one year when the contract was made; of a contract made before 2020-08-20, from that day on 4 × LPR at the time of the suit",
    zh: "利息、逾期利息、违约金和其他费用合计超过合同成立时一年期 LPR 四倍的部分，法院不予支持；2020-08-20 之前成立的合同，自该日起按起诉时一年期 LPR 的四倍",
  },
  isNot: {
    en: "not for licensed lenders' loans, nor for micro-loan companies, pawnshops, leasing and factoring",
    zh: "不适用于持牌机构的贷款，也不适用于小额贷款公司、典当行、融资租赁、商业保理等",
  },
};

export const DAMAGES_30: CostLineWords = {
  title: {
    en: "Civil Code, art 585, and 合同编通则解释, art 65",
    zh: "民法典第585条、合同编通则解释第65条",
  },
  is: {
    en: "agreed damages for breach more than 30% above the loss are generally excessive: a court may reduce them on request; who broke the contract shows the excess",
    zh: "违约金超过损失 30% 的，一般认定为过分高于损失，可以请求法院适当减少；由违约方举证",
  },
  isNot: {
    en: "no yearly rate: it is measured on the loss, which is not known here; nothing is reduced for a breach in bad faith",
    zh: "不是年利率：以损失为准，而损失在此未知；恶意违约的一般不予减少",
  },
};
