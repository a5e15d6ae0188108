/** English: what the front door says. */

/** Ends a sentence. */
export const stop: string = ". ";
/** Stands between two sentences. */
export const between: string = " ";
export const labelled = (label: string, value: string): string => `${label}: ${value}`;
export const written = (path: string): string => `Written to ${path}.`;
export const cannotWrite = (path: string, reason: string): string =>
  `overdue-sim: ${path}: the output could not be written: ${REASONS[reason] ?? reason}. ${HINTS[reason] ?? "Check the folder and its permissions."}`;
export const cannotWriteOut = (reason: string): string =>
  `overdue-sim: the output could not be written: ${REASONS[reason] ?? reason}.`;

const HINTS: Readonly<Record<string, string>> = {
  EISDIR: "Name a file in it.",
  ENOSPC: "Make room, or name a file on another disk.",
  EDQUOT: "Make room, or name a file on another disk.",
};

/** The reason as the system calls it, in words where it is a common one. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such folder",
  ENOTDIR: "a part of the path is not a folder",
  EISDIR: "it is a folder",
  EACCES: "permission is denied",
  EPERM: "permission is denied",
  EROFS: "the disk is read-only",
  ENOSPC: "no space is left",
  EDQUOT: "no space is left",
};

export const bug = (message: string): string =>
  `overdue-sim: this is a bug, not your mistake: ${message}. No figure was printed; please report it with the command you ran.`;
