/** English: what the front door says. */

/** Ends a sentence. */
export const stop: string = ". ";
/** Stands between two sentences. */
export const between: string = " ";
export const labelled = (label: string, value: string): string => `${label}: ${value}`;
export const written = (path: string): string => `Written to ${path}.`;
export const cannotWrite = (path: string, reason: string): string =>
  `overdue-sim: ${path}: the output could not be written: ${whyNot(reason)}. ${whatToDo(reason)}`;
export const cannotWriteOut = (reason: string): string =>
  `overdue-sim: the output could not be written: ${whyNot(reason)}.`;

function whatToDo(reason: string): string {
  switch (reason) {
    case "EISDIR":
      return "Name a file in it.";
    case "ENOSPC":
    case "EDQUOT":
      return "Make room, or name a file on another disk.";
    default:
      return "Check the folder and its permissions.";
  }
}

/** The reason as the system calls it, in words where it is a common one. */
function whyNot(reason: string): string {
  switch (reason) {
    case "ENOENT":
      return "there is no such folder";
    case "ENOTDIR":
      return "a part of the path is not a folder";
    case "EISDIR":
      return "it is a folder";
    case "EACCES":
    case "EPERM":
      return "permission is denied";
    case "EROFS":
      return "the disk is read-only";
    case "ENOSPC":
    case "EDQUOT":
      return "no space is left";
    default:
      return reason;
  }
}
export const bug = (message: string): string =>
  `overdue-sim: this is a bug, not your mistake: ${message}. No figure was printed; please report it with the command you ran.`;
