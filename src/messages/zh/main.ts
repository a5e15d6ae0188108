/** 中文：入口的话。 */

import type * as English from "../en/main.ts";

export const stop = "。";
export const between = "";
export const labelled: typeof English.labelled = (label, value) => `${label}：${value}`;
export const written: typeof English.written = (path) => `已写入 ${path}。`;
export const cannotWrite: typeof English.cannotWrite = (path, reason) =>
  `overdue-sim: ${path}: 无法写入：${REASONS[reason] ?? reason}。${HINTS[reason] ?? "请检查文件夹和权限。"}`;
export const cannotWriteOut: typeof English.cannotWriteOut = (reason) =>
  `overdue-sim: 无法输出：${REASONS[reason] ?? reason}。`;

const HINTS: Readonly<Record<string, string>> = {
  EISDIR: "请指定其中的文件。",
  ENOSPC: "请腾出空间，或换一个磁盘上的文件。",
  EDQUOT: "请腾出空间，或换一个磁盘上的文件。",
};

/** 系统给出的原因，常见的用文字说明。 */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "没有这个文件夹",
  ENOTDIR: "路径中有一段不是文件夹",
  EISDIR: "这是一个文件夹",
  EACCES: "没有权限",
  EPERM: "没有权限",
  EROFS: "磁盘只读",
  ENOSPC: "空间不足",
  EDQUOT: "空间不足",
};

export const bug: typeof English.bug = (message) =>
  `overdue-sim: 这是程序的错误，不是你的错误：${message}。没有输出任何数字；请连同所用命令一起报告。`;
