/** Beyond so many debts a sentence names the first of them, and the table has all. */
export const MOST_NAMED = 6;
