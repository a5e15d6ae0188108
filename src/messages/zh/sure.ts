/** 中文：没有在可靠来源里读到的事实后面的标记。 */

import type * as English from "../en/sure.ts";

export const sure: typeof English.sure = {
  "verified-strong": "",
  "verified-medium": "",
  "verified-weak": "（仅见于资讯网页，请在 App 或合同里核对）",
  known: "（未核实，请核对）",
  assumed: "（未核实，请核对）",
};
