/** A line of a lender's statement, as a row of a table. */

import {
  byComponent,
  CHARGES,
  type Charge,
  COMPONENTS,
  type Component,
  NO_AMOUNTS,
  totalOf as sumOfParts,
} from "../../loan/components.ts";
import { add, type Fen, formatFen, sum, ZERO } from "../../loan/money.ts";
import {
  areAllStated,
  isMovement,
  STATEMENT_KINDS,
  type StatedParts,
  type StatementKind,
  type StatementLine,
  statedAmounts,
} from "../../loan/statement.ts";
import { choice, parsed } from "../field.ts";
import { plain, wordsOf } from "../plain-text.ts";
import { type Issue, invalid, ok, type Parsed } from "../problem.ts";
import { type Fault, fault, type HasPlace, optional, reader, required } from "../record.ts";
import { amountOrZero, readAmount, readAmountOrZero } from "../values/amount.ts";
import { readCount } from "../values/count.ts";
import { dayOfEntry } from "../values/date.ts";
import { words } from "./dated.ts";

const NAMES_OF_KINDS: { readonly [kind in StatementKind]: readonly string[] } = {
  payment:
    "repayment 还款 系统代扣 主动还款 正常还款 提前还款 逾期还款 部分还款 提前结清 自动扣款 自动还款 扣款 代扣 批扣".split(
      " ",
    ),
  fee: "费用 违约金 逾期违约金 滞纳金 逾期费 手续费 服务费 担保费 保险费 管理费 咨询费 催收费 律师费 诉讼费".split(" "),
  waiver: ["减免", "waived"],
  balance: ["余额", "欠款", "结余", "期末余额"],
  reversal: ["冲正", "撤销"],
  demand: ["催收"],
  suit: ["起诉", "诉讼"],
  rate: ["利率", "利率调整"],
};

/** What accrues day by day, as lenders enter it from time to time. */
const ACCRUING = wordsOf("interest penalty compound 利息 罚息 复利 结息 计息 正常利息 逾期利息 利息罚息 本金罚息");

const kindNamed = choice(STATEMENT_KINDS, NAMES_OF_KINDS);

/** What a waiver is of by its kind, beside fees; lenders call penalty interest too, and compound by the name of either. */
const WAIVED: readonly (readonly [names: ReadonlySet<string>, parts: readonly Component[]])[] = [
  [wordsOf("息费 charges interest_and_fees"), CHARGES],
  [wordsOf("费 fees late_fee late_fees"), ["fee"]],
  [wordsOf("罚息 逾期罚息 逾期利息 penalty penalties penalty_interest late_interest"), ["penalty", "compound"]],
  [wordsOf("复利 compound compound_interest"), ["compound"]],
  [wordsOf("利息 正常利息 interest"), ["interest", "penalty", "compound"]],
  [wordsOf("本金 principal"), ["principal"]],
];

const WAIVER = /^(?:减免|waived_|waiver_of_)(.+)$|^(.+)(?:减免|_waive[rd])$/;
const REVERSAL =
  /^(?:冲正|冲销|撤销|退回|退还|返还|reversed_|reversal_of_|returned_)(.+)$|^(.+)(?:冲正|冲销|撤销|退回|退还|返还|退款|_reversal|_reversed|_returned)$/;

/** Says of a payment that no money arrived. */
export const FAILED =
  /失败|关闭|取消|作废|[未不]成功|未到账|未入账|未完成|处理中|^[待未][还扣]款$|\b(?:failed|failure|unsuccessful|declined|cancell?ed|bounced|rejected|pending)\b|^non-?payment/i;

interface NamedKind {
  readonly kind: StatementKind;
  /** Of a waiver whose kind names them: in the order in which it takes them. */
  readonly parts: readonly Component[] | null;
  /** Of a reversal whose kind names it: what it takes back. */
  readonly takesBack: StatementKind | null;
}

/** What kind of line a text names. */
function readKind(text: string): Parsed<NamedKind> {
  const word = plain(text).toLowerCase().replace(/[ -]+/g, "_");
  const takenBack = wordBeside(REVERSAL, word) ?? word;
  if (ACCRUING.has(takenBack)) return invalid({ code: "accrues", text });
  const named = kindNamed.parse(text);
  if (named.ok) return ok({ kind: named.value, parts: null, takesBack: null });
  const parts = partsWaived(word);
  if (parts !== null) return ok({ kind: "waiver", parts, takesBack: null });
  const takesBack = takenBack === word ? null : kindOf(takenBack);
  if (takesBack !== null && isMovement({ kind: takesBack })) return ok({ kind: "reversal", parts: null, takesBack });
  return FAILED.test(plain(text)) ? invalid({ code: "row-unclear", why: "failed", text }) : named;
}

function wordBeside(pattern: RegExp, word: string): string | null {
  const [, behind, before] = pattern.exec(word) ?? [];
  return behind ?? before ?? null;
}

function partsWaived(word: string): readonly Component[] | null {
  const name = wordBeside(WAIVER, word);
  if (name === null) return null;
  return WAIVED.find(([names]) => names.has(name))?.[1] ?? (kindOf(name) === "fee" ? ["fee"] : null);
}

/** The same; null where it names none. */
export function kindOf(text: string): StatementKind | null {
  const read = readKind(text);
  return read.ok ? read.value.kind : null;
}

const kind = parsed(readKind);

/** A text names an entry that is no payment, or what accrues. */
export function isNoPayment(text: string): boolean {
  const named = kindOf(text);
  return named === null ? ACCRUING.has(plain(text).toLowerCase()) : named !== "payment";
}

const lineNumber = parsed((text) => readCount(text, { least: 2, most: 9_999_999 }));

/** On which side of an account an amount stands, as banks write it behind: of a loan a credit is money paid, a debit money owed. */
const SIDE = /\s*(cr|dr)\.?$/i;
const SIDES: { readonly [kind in StatementKind]?: "cr" | "dr" } = {
  payment: "cr",
  waiver: "cr",
  fee: "dr",
  balance: "dr",
};

/** The amount without its side; null where that is not the one on which such a line stands. */
function onSide(text: string, side: "cr" | "dr" | undefined): string | null {
  const amountText = plain(text);
  const written = SIDE.exec(amountText)?.[1]?.toLowerCase();
  if (written === undefined) return text;
  return written === side ? amountText.replace(SIDE, "") : null;
}

/** What is claimed as owed. */
const claimed = parsed((text) => readAmountOrZero(onSide(text, "dr") ?? text));

/** A line before it is known which rate it names and which line it takes back. */
interface WrittenLine extends Omit<StatementLine, "line" | "rates">, Pick<NamedKind, "takesBack"> {
  readonly rate: string | null;
}

const PART_NAMES = COMPONENTS.map((component) => `to_${component}` as const);
const DELAY = "to_delay";

type ByPart<Value> = { readonly [name in (typeof PART_NAMES)[number]]: Value };
type Parts = ByPart<Fen | null>;

const PART = optional(amountOrZero);
const PARTS = Object.fromEntries(PART_NAMES.map((name) => [name, PART])) as ByPart<typeof PART>;

/** `amount` is a rate in a line of that kind, so that its text is read when the kind is known. */
export const statementLine = reader({
  fields: {
    date: required(dayOfEntry),
    kind: required(kind),
    amount: optional(words),
    ...PARTS,
    [DELAY]: optional(amountOrZero),
    claimed_total: optional(claimed),
    claimed_principal: optional(claimed),
    reverses: optional(lineNumber),
    note: optional(words),
  },
  make(parts, _, hasPlace): { readonly value: WrittenLine } | readonly Fault[] {
    const { reverses } = parts;
    const { kind: named, parts: waived, takesBack } = parts.kind;
    const faults: Fault[] = [];
    const amount = amountOf(named, parts, faults);
    const { [DELAY]: delay } = parts;
    const { byComponent, withoutColumn } = statedPartsOf(named, parts, amount ?? parts.claimed_total, hasPlace);
    if (byComponent !== null || delay !== null) faults.push(...partFaults(named, { byComponent, delay }, amount));
    for (const component of COMPONENTS) {
      const name = `to_${component}` as const;
      const isOther = waived !== null && !waived.includes(component) && (parts[name] ?? ZERO) !== ZERO;
      if (isOther) faults.push(fault([name], { code: "misplaced", name }));
    }
    if (reverses !== null && named !== "reversal") {
      faults.push(fault(["reverses"], { code: "misplaced", name: "reverses" }));
    }
    if (faults.length > 0) return faults;
    const isBalance = named === "balance";
    return {
      value: {
        date: parts.date,
        kind: named,
        amount,
        byComponent,
        delay,
        claimedTotal: parts.claimed_total ?? (isBalance ? (amount ?? totalOf(byComponent, delay)) : null),
        claimedPrincipal: parts.claimed_principal ?? (isBalance ? (byComponent?.principal ?? null) : null),
        reverses,
        ...(waived === null ? {} : { waived }),
        ...(withoutColumn.length > 0 ? { withoutColumn } : {}),
        takesBack,
        rate: named === "rate" ? parts.amount : null,
        note: parts.note,
      },
    };
  },
});

interface AmountParts {
  readonly amount: string | null;
  readonly claimed_total: Fen | null;
  readonly reverses: number | null;
}

/**
 * A balance may stand in `amount` as well as in its own columns, and what is taken back by its number has the amount of that
 * line; all else that moves money names an amount.
 */
function amountOf(
  named: StatementKind,
  { amount: text, claimed_total: claimedTotal, reverses }: AmountParts,
  faults: Fault[],
): Fen | null {
  const isNeeded = isMovement({ kind: named }) || named === "rate" || (named === "reversal" && reverses === null);
  if (text === null) {
    if (isNeeded) faults.push(fault(["amount"], { code: "missing", kind: "setting", names: ["amount"] }));
    return null;
  }
  if (named === "rate") return null;
  const isBalance = named === "balance";
  const bare = onSide(text, SIDES[named]);
  const read =
    bare === null ? invalid({ code: "entry-side", text }) : readAmount(bare, isBalance ? "allowed" : "refused");
  if (!read.ok) {
    const issues = read.issues.map((issue): Issue => {
      return issue.code === "negative" && !isBalance ? { code: "entry-side", text } : issue;
    });
    faults.push(...issues.map((issue) => fault(["amount"], issue)));
    return null;
  }
  if (isBalance && claimedTotal !== null && claimedTotal !== read.value) {
    faults.push(fault(["claimed_total"], partsDiffer(claimedTotal, read.value)));
  }
  return read.value;
}

/**
 * A part that is left blank is nothing. One that has no column is so only where the others are all that there is: a balance
 * that names the principal and a charge is all that is owed. Lenders also list the principal that is left alone, or beside a
 * total of more than these.
 */
function statedPartsOf(
  named: StatementKind,
  written: Parts & { readonly [DELAY]: Fen | null; readonly claimed_principal: Fen | null },
  amount: Fen | null,
  hasPlace: HasPlace,
): { readonly byComponent: StatedParts | null; readonly withoutColumn: readonly Charge[] } {
  const { [DELAY]: delay } = written;
  const namesCharge = named === "balance" && CHARGES.some((charge) => written[`to_${charge}`] !== null);
  const left = namesCharge ? written.claimed_principal : null;
  const parts = { ...written, to_principal: written.to_principal ?? left };
  const stated = PART_NAMES.map((name) => parts[name]);
  if (stated.every((part) => part === null))
    return { byComponent: named === "waiver" && delay !== null ? NO_AMOUNTS : null, withoutColumn: [] };
  const addsUp = sum([...stated, delay].map((part) => part ?? ZERO)) === amount;
  const namesBoth = namesCharge && (amount === null ? parts : written).to_principal !== null;
  const isWhole = addsUp || named === "fee" || named === "waiver" || namesBoth;
  const hasOtherNames = isWhole && (named === "payment" || named === "balance");
  return {
    byComponent: byComponent((component) => {
      const name = `to_${component}` as const;
      return parts[name] ?? (isWhole || hasPlace(name) ? ZERO : null);
    }),
    withoutColumn: CHARGES.filter((charge) => hasOtherNames && !hasPlace(`to_${charge}`)),
  };
}

/** Null where not every part is said. */
function totalOf(byComponent: StatedParts | null, delay: Fen | null): Fen | null {
  return byComponent === null || !areAllStated(byComponent) ? null : add(sumOfParts(byComponent), delay ?? ZERO);
}

/** Of a payment a part may reach nothing; what is charged or waived, or owed in all, is the sum of its parts. */
function partFaults(
  named: StatementKind,
  { byComponent, delay }: Pick<StatementLine, "byComponent" | "delay">,
  amount: Fen | null,
): readonly Fault[] {
  if (!isMovement({ kind: named }) && named !== "balance") {
    return [fault([...PART_NAMES, DELAY], { code: "misplaced", name: "to_…" })];
  }
  // It accrues day by day, and is charged by no line.
  if (named === "fee" && delay !== null) return [fault([DELAY], { code: "misplaced", name: DELAY })];
  const total = add(byComponent === null ? ZERO : sumOfParts(statedAmounts(byComponent)), delay ?? ZERO);
  const namesOnlySome = named === "payment" || byComponent === null || !areAllStated(byComponent);
  const isWrong = amount !== null && (namesOnlySome ? total > amount : total !== amount);
  return isWrong ? [fault(["amount"], partsDiffer(total, amount))] : [];
}

function partsDiffer(total: Fen, amount: Fen): Issue {
  return { code: "parts-differ", of: "statement", total: formatFen(total), amount: formatFen(amount) };
}
