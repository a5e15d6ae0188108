/** 各条问题共用的说法（中文）。 */

import type { UnknownWord } from "../../input/problem.ts";
import { quote } from "../../output/sanitize.ts";

export const fileName = (path: string): string => (path === "-" ? "标准输入" : quote(path));
export const list = (words: readonly string[]): string => words.join("、");

/** 最相近的词，没有就全部列出。 */
export const meant = ({ nearest, allowed }: UnknownWord): string =>
  nearest === null ? `可选：${list(allowed)}。` : `是否想写 ${nearest}？可选：${list(allowed)}。`;
