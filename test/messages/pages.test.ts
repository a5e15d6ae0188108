/** What people read: the pages of each command in both languages at 80 columns, and what holds of all of them. */

import { describe, expect, test } from "vitest";
import { displayWidth } from "../../src/output/width.ts";
import { printed } from "../command-line/in-process.ts";
import { LOAN } from "../command-line/overdue-sim.ts";

const CARD = ["--principal", "8000", "--product", "credit-card", "--as-of", "2026-11-22"];

const PAGES: Readonly<Record<string, readonly string[]>> = {
  simulate: ["simulate", ...LOAN, "--daily", "50", "--days", "3"],
  "simulate-nothing-paid": ["simulate", ...LOAN, "--days", "3"],
  "simulate-card-in-grace": ["simulate", ...CARD, "--daily", "2", "--days", "3"],
  compare: ["compare", ...LOAN, "--daily", "30"],
  "plan-budget": ["plan", ...LOAN, "--budget", "500/month"],
  "plan-clear-by": ["plan", ...LOAN, "--clear-by", "2027-11-22"],
  "plan-agreement": ["plan", ...LOAN, "--agreement", "agreement:months=12,waive-penalty=100%"],
  letter: ["plan", ...LOAN, "--agreement", "agreement:months=12,waive-penalty=100%", "--letter"],
  product: ["products", "wangshangdai"],
  products: ["products"],
};
const LANGUAGES = ["en", "zh"] as const;
const NAMES = Object.keys(PAGES);

const pages = new Map<string, Promise<string>>();

/** Printed once for all that is asked of it. */
function read(name: string, language: string, ...more: readonly string[]): Promise<string> {
  const words = [...(PAGES[name] ?? []), "--lang", language, ...more];
  const page = pages.get(words.join(" ")) ?? printed(words, { environment: { COLUMNS: "80" } });
  pages.set(words.join(" "), page);
  return page;
}

const cases = NAMES.flatMap((name) => LANGUAGES.map((language) => [name, language] as const));

describe.each(cases)("%s in %s", (name, language) => {
  test("reads as it did", async () => {
    await expect(await read(name, language)).toMatchFileSnapshot(`golden/${name}.${language}.txt`);
  });

  test("fits 80 columns", async () => {
    const lines = (await read(name, language)).split("\n");
    expect(lines.filter((line) => displayWidth(line) > 80)).toEqual([]);
  });
});

const MONEY = /\d[\d,]*\.\d\d(?!\d)/g;

test.each(NAMES.filter((name) => !name.startsWith("product")))("%s tells the same figures in both", async (name) => {
  // No column is left out in a pipe.
  const [english, chinese] = await Promise.all(
    LANGUAGES.map((language) => printed([...(PAGES[name] ?? []), "--lang", language])),
  );
  expect([...new Set(chinese?.match(MONEY))].sort()).toEqual([...new Set(english?.match(MONEY))].sort());
});

describe("simulate", () => {
  test.each([
    [
      "en",
      "less than 1.00 is left within thirty years, which is never cleared: the minimum payment a month falls with the debt.",
      "never cleared: the minimum payment a month does not cover the charges.",
    ],
    [
      "zh",
      "三十年之内还到只剩不到 1 元，但一直还不完：每月还最低还款额，而最低还款额随欠款一起变小。",
      "永远还不清：每月还最低还款额抵不上息费。",
    ],
  ])("%s: why a minimum payment never clears a card, though it leaves a trifle", async (language, trifle, never) => {
    const saying = (minimum: string): Promise<string> =>
      printed(["simulate", ...CARD, "--minimum", minimum, "--pay", "minimum/month@25", "--lang", language]);
    // A tenth of what is owed a month, which bears 1.5 % a month: 8,000.00 × 0.913 ^ 100 is less than 1.00.
    const tenth = await saying("10%");
    expect(tenth).toContain(trifle);
    expect(tenth).toMatch(/Yes, this helps|这样还款有用/);
    expect(await saying("1%")).toContain(never);
  });

  test.each([
    ["en", "No principal is owed: all of the 120.00 paid goes to charges."],
    ["zh", "没有欠本金：还的 120.00 元都还了息费。"],
  ])("%s: where no principal is left none is missed", async (language, said) => {
    const fee = ["--principal", "0", "--owed-fee", "120", "--as-of", "2026-11-22"];
    expect(await printed(["simulate", ...fee, "--daily", "10", "--lang", language])).toContain(said);
  });

  // A month's interest of 12,000.00 at 1 % falls due on the day of the payment; nothing is taken in advance.
  test.each([
    ["en", "nothing reaches the principal: 120.00 goes to charges; 380.00 is more than is owed or taken."],
    ["zh", "还的 500.00 元没有一分钱还到本金，120.00 元还了息费，另有 380.00 元超出欠款或未被收取。"],
  ])("%s: what was not taken did not go to charges", async (language, said) => {
    const contract = ["--borrowed", "12000", "--months", "12", "--method", "interest-first", "--rate", "12%/year"];
    const terms = ["--first-due", "2026-12-22", "--day-count", "period", "--surplus", "none", "--as-of", "2026-11-22"];
    const paid = ["--pay", "500@2026-12-22", "--lang", language];
    expect(await printed(["simulate", ...contract, ...terms, ...paid])).toContain(said);
  });

  // 1,000.00 and nine nights of 0.75 are owed on the day of 5,000.00.
  test.each([
    ["en", "after 9 days; 1,006.75 of what is paid will have been taken by then."],
    ["zh", "历时 9 天，到时还的钱里用去 1,006.75 元。"],
  ])("%s: of more than is owed only a part is said to clear it", async (language, said) => {
    const debt = ["--principal", "1000", "--as-of", "2026-11-22", "--pay", "5000@2026-12-01", "--lang", language];
    expect(await printed(["simulate", ...debt])).toContain(said);
  });

  // Each night bears 12,000.00 × 1 % ÷ 30 = 4.00, and no payment is taken before a month of it falls due.
  test.each([
    [
      "en",
      "No constant amount a day keeps the debt from growing: the terms take no payments before they are due (surplus",
    ],
    ["zh", "每天固定还多少都挡不住欠款变多：按条款不能提前还款（surplus none），到期之前息费照样增加。"],
  ])("%s: why no amount keeps a debt from growing", async (language, said) => {
    const contract = ["--borrowed", "12000", "--months", "12", "--method", "interest-first", "--rate", "12%/year"];
    const terms = ["--first-due", "2026-12-22", "--surplus", "none", "--as-of", "2026-11-22", "--lang", language];
    expect(await printed(["simulate", ...contract, ...terms, "--daily", "500"])).toContain(said);
  });

  // 1,000.00 and 90 × 0.75 of penalty are owed; nine days later all of it is waived, 1,067.50 ÷ 9 a day.
  test.each([
    ["en", "\nBy 2026-12-01, if nothing is paid, the whole debt goes down from 1,067.50 to 0.00, 118.61 a day"],
    ["zh", "\n到 2026-12-01，一直不还的话，欠款从 1,067.50 元降到 0.00 元，平均每天少 118.61 元。"],
  ])("%s: what is waived where nothing is paid is no way of paying that helps", async (language, said) => {
    const debt = ["--principal", "1000", "--days-overdue", "90", "--as-of", "2026-11-22"];
    const waived = ["--waive", "100%@2026-12-01:of=all", "--lang", language];
    expect(await printed(["simulate", ...debt, ...waived])).toContain(said);
  });

  test.each([
    [
      "en",
      "Yes, this helps: by 2026-12-12, before anything is paid, the whole debt goes down from 53,375.00 to 50,000.00",
    ],
    ["zh", "这样还款有用：到 2026-12-12，开始还款之前，欠款从 53,375.00 元降到 50,000.00 元"],
  ])("%s: an agreement that waives before its first instalment", async (language, said) => {
    const agreed = ["--strategy", "agreement:months=36,waive-penalty=100%", "--days", "20", "--lang", language];
    expect(await printed(["simulate", ...LOAN, ...agreed])).toContain(said);
  });

  test.each([
    [
      "en",
      ["Owed on 2026-11-22", "Yes, this helps", "At least 37.50", "overdue-sim plan", "Credit record", "Limitation"],
    ],
    [
      "zh",
      [
        "现在（2026-11-22）",
        "这样还款有用",
        "每天至少还 37.50 元，欠款才不会变多",
        "overdue-sim plan",
        "征信",
        "诉讼时效",
      ],
    ],
  ] as const)(
    "%s: what is owed, whether it helps, the least, what next, record, court; then the table",
    async (language, order) => {
      const text = (await read("simulate", language)).replaceAll("\n", " ");
      const table = text.indexOf("2026-11-23  ");
      const places = [...order.map((part) => text.indexOf(part)), table];
      expect(places).not.toContain(-1);
      expect(places).toEqual(places.toSorted((one, other) => one - other));
    },
  );

  test("what was assumed comes last, or first where it is asked for", async () => {
    const title = "Assumed, not given";
    const last = await read("simulate", "en");
    expect(last.split("\n\n").at(-1)).toContain(title);
    const first = await read("simulate", "en", "--assumptions");
    expect(first.startsWith(title)).toBe(true);
  });

  test("a debt that no payment touches is not told of another order", async () => {
    expect(await read("simulate-nothing-paid", "en")).not.toMatch(/usual order|No payments are given|waives 0\.00/);
  });

  test("shrinking in a grace is no help where the debt is never cleared", async () => {
    expect(await read("simulate-card-in-grace", "en")).toContain("Only for now");
    expect(await read("simulate-card-in-grace", "zh")).toContain("只是暂时有用");
  });

  test("no class, code or letter of the trade stands without its meaning", async () => {
    expect(await read("simulate", "en")).not.toMatch(/\bM\d|status code/);
    expect(await read("simulate", "zh")).not.toMatch(/\bM\d|保本线|五级分类|冲本/);
  });

  test("the next command is one line in a pipe, with what a shell would read otherwise in quotes", async () => {
    const named = await printed([...(PAGES["simulate"] ?? []), "--name", "张's loan"]);
    expect(nextLine(named)).toBe(
      `overdue-sim plan --principal 50000 --days-overdue 90 --name '张'\\''s loan' --as-of 2026-11-22 --budget 50/day`,
    );
  });
});

const NEXT_FROM: readonly string[] = [
  "simulate --principal 50000 --days-overdue 90 --daily 50 --days 3 --name 张的借款",
  "simulate --principal 50000 --days-overdue 90 --monthly 1500 --pay 20000@2027-03-01 --rate 18%/year --rate 12%/year@2027-01-01",
  "simulate --borrowed 12000 --months 12 --method flat --first-due 2026-06-15 --missed-since 3 --daily 30",
  "simulate --loan fixtures/command-line/loan.json --daily 50 --waive 100@2026-12-01",
  "simulate --principal 50000 --pay 50/day:for=principal",
  "plan --principal 50000 --days-overdue 90 --budget 700/month",
  "plan --principal 50000 --days-overdue 90 --budget 700/month --months 18,30",
  "plan --principal 50000 --days-overdue 90 --budget 700/month --months 18 --pay 500@2026-12-01",
  "plan --loan fixtures/command-line/loan.json --budget 700/month --months 18",
  "plan --borrowed 50000 --months 12 --method flat --first-due 2026-06-15 --missed-since 3 --budget 700/month",
];

test.each(NEXT_FROM)("the next command runs, and so does the one after it: %s", async (typed) => {
  let words: readonly string[] = [...typed.split(" "), "--as-of", "2026-11-22"];
  const commands: string[] = [];
  while (!words.includes("--letter")) {
    const next = nextLine(await printed(words));
    if (next === undefined) break;
    commands.push(next);
    words = next.split(" ").slice(1);
  }
  expect(commands.at(-1)).toMatch(/ --letter$/);
  expect(await printed(words)).toContain("Request: ");
});

function nextLine(page: string): string | undefined {
  return page
    .split("\n")
    .find((line) => line.startsWith("  overdue-sim plan"))
    ?.trim();
}

describe("plan", () => {
  test.each([
    ["en", /Food, rent and medicine come before any instalment/, /art 678/],
    ["zh", /吃饭、房租、看病的钱先留出来/, /民法典第678条/],
  ] as const)("%s: puts living first, names whom to ask and until when", async (language, living, window) => {
    for (const name of ["plan-budget", "plan-clear-by", "plan-agreement"]) {
      const text = (await read(name, language, "--product", "wangshangdai")).replaceAll(
        /\n\s*/g,
        language === "en" ? " " : "",
      );
      expect(text).toMatch(living);
      expect(text).toMatch(window);
      expect(text).toContain("95188");
      expect(text).toContain("12378");
      // Whoever named no product may owe another bank.
      expect(await read(name, language)).not.toContain("95188");
    }
  });
});

describe("no page", () => {
  test.each(cases)("%s in %s advises not to pay, or reassures", async (name, language) => {
    expect(await read(name, language)).not.toMatch(
      /停息挂账|反催收|老赖|need not (re)?pay|stop paying|don't worry|无需(归)?还|拒绝还款|不用担心/i,
    );
  });
});
