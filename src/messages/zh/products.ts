/** Known products in Chinese: kinds of lender, names of the terms, and how sure a source makes us. */

import type { ProductWords } from "../en/products.ts";
import { sourceInWords } from "./sources.ts";
import { componentNames, lenderNames, penaltyRateNames, termWords } from "./terms.ts";

export const productWords: ProductWords = {
  title: (product) => product.title.zh,
  note: (product) => product.note?.zh ?? null,
  lender: ({ lender, lenderAssumed }) =>
    lenderAssumed ? `${lenderNames[lender]}（假定：平台背后有多家放款方）` : lenderNames[lender],
  fields: (naming) => ({
    rates: "合同利率",
    dayCount: "计息天数规则",
    interest: "到期前利息",
    penalty: penaltyRateNames[naming],
    penaltyBase: `${componentNames[naming].penalty}基数`,
    compound: "复利基数",
    compoundRate: "复利利率",
    compoundRests: "结息周期",
    grace: "宽限期",
    lateFees: "违约金",
    caps: "上限",
    minimum: "最低还款额",
    accelerateAfter: "逾期多少天后提前到期",
    rateDecimals: "日利率小数位",
    rounding: "舍入方式",
    order: "冲抵顺序",
    by: "按期或按科目冲抵",
    orderAfter: "长期逾期后的冲抵顺序",
    orderInAdvance: "未到期部分的冲抵顺序",
    surplus: "超出到期部分的款项",
  }),
  sureLevels: {
    "verified-strong": "已查阅法规、判决、合同或相互一致的独立数据",
    "verified-medium": "已查阅相互一致的数据表、程序或文章",
    "verified-weak": "仅见于资讯网页",
    known: "通行说法，未查阅来源",
    assumed: "假定",
  },
  headings: {
    name: "名称",
    title: "产品",
    lender: "放款方",
    term: "条款",
    value: "取值",
    sure: "可靠程度",
    source: "来源",
    date: "日期",
  },
  undated: "无日期",
  values: termWords,
  basis: (sure, source, date) => `${sure}；${sourceInWords(source)}${date === null ? "" : `，${date}`}`,
  term: (field, value, basis) => `${field}：${value}（${basis}）`,
  more: "某个产品的全部条款和来源：overdue-sim products 名称",
  orderAssumed: "冲抵顺序为假定，请与合同核对。",
};
