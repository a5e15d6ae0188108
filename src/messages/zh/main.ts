/** 中文：入口的话。 */

import type * as English from "../en/main.ts";

export const stop = "。";
export const between = "";
export const labelled: typeof English.labelled = (label, value) => `${label}：${value}`;
export const written: typeof English.written = (path) => `已写入 ${path}。`;
export const cannotWrite: typeof English.cannotWrite = (path, reason) =>
  `overdue-sim: ${path}: 无法写入：${whyNot(reason)}。${whatToDo(reason)}`;
export const cannotWriteOut: typeof English.cannotWriteOut = (reason) => `overdue-sim: 无法输出：${whyNot(reason)}。`;

function whatToDo(reason: string): string {
  switch (reason) {
    case "EISDIR":
      return "请指定其中的文件。";
    case "ENOSPC":
    case "EDQUOT":
      return "请腾出空间，或换一个磁盘上的文件。";
    default:
      return "请检查文件夹和权限。";
  }
}

/** 系统给出的原因，常见的用文字说明。 */
function whyNot(reason: string): string {
  switch (reason) {
    case "ENOENT":
      return "没有这个文件夹";
    case "ENOTDIR":
      return "路径中有一段不是文件夹";
    case "EISDIR":
      return "这是一个文件夹";
    case "EACCES":
    case "EPERM":
      return "没有权限";
    case "EROFS":
      return "磁盘只读";
    case "ENOSPC":
    case "EDQUOT":
      return "空间不足";
    default:
      return reason;
  }
}

export const bug: typeof English.bug = (message) =>
  `overdue-sim: 这是程序的错误，不是你的错误：${message}。没有输出任何数字；请连同所用命令一起报告。`;
