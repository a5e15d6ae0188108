/** `node bench/write-book.mjs LOANS DAYS > FILE`: the book of loans that is measured. */

import { writeBook } from "./book.mjs";

const [loans, days] = process.argv.slice(2).map(Number);
await writeBook(process.stdout, loans, days);
