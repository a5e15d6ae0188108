/** Known products in Chinese: kinds of lender, names of the terms, and how sure a source makes us. */

import type { ProductWords } from "../en/products.ts";
import { sourceInWords } from "./sources.ts";
import { lenderNames, termNames, termWords } from "./terms.ts";

export const productWords: ProductWords = {
  title: (product) => product.title.zh,
  note: (product) => product.note?.zh ?? null,
  lender: ({ lender, lenderAssumed }) =>
    lenderAssumed ? `${lenderNames[lender]}（假定：平台背后有多家放款方）` : lenderNames[lender],
  fields: termNames,
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
