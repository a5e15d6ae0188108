/** The script that draws the report, as the tests see it. */

export const LINE: string;
export const MADE_OF: string;
export function digestOf(report: string): string;
