/** What there is to say of a result: a closed list of findings, each with its figures. Their sentences stand in `messages`. */

import type { Category } from "../law/classification.ts";
import type { CostLine } from "../law/cost-lines.ts";
import type { CodeDays, StatusCode } from "../law/credit-record.ts";
import type { LimitationYears } from "../law/limitation.ts";
import type { Budget, PlanCycle } from "../loan/budget.ts";
import type { Naming } from "../loan/component-names.ts";
import type { Component } from "../loan/components.ts";
import type { Day } from "../loan/day.ts";
import type { InstalmentAgreement } from "../loan/events.ts";
import type { Cycle, PaymentStream } from "../loan/loan.ts";
import type { Fen } from "../loan/money.ts";
import type { AssumedOffer } from "../loan/strategy.ts";
import type { AgreementOutcome, Broken } from "./agreement-outcome.ts";
import type { AgreementPlan, EqualInstalments } from "./agreement-plan.ts";
import type { AuditFinding } from "./audit/audit-findings.ts";
import type { BudgetPlan } from "./budget.ts";
import type { ImpossibleReason, Reached } from "./clear-by.ts";
import type { Compared } from "./compare.ts";
import type { BestWay } from "./comparison.ts";
import type { CostLineFigure } from "./cost-stretches.ts";
import type { DebtsFinding } from "./debts/findings.ts";
import type { EffectiveRate } from "./effective-rate.ts";
import type { NewLoan } from "./new-loan.ts";
import type { AskedPart, ReliefRequest } from "./relief-request.ts";
import type { Summary } from "./run-report.ts";

/** Good news, bad news, or neither. */
type Tone = "plain" | "good" | "bad";

export interface Of<Code extends string> {
  readonly code: Code;
  readonly tone: Tone;
}

/** A line beside the cost of a run; `lprDay`: by which day's LPR, where it stands on it. */
type OfCostLine = Pick<CostLineFigure, "yearlyRate" | "lprDay" | "from" | "until">;

/** What becomes of what an agreement that breaks has waived; null where that is nothing. */
type AfterBreak = InstalmentAgreement["onBreak"] | null;

/** The class of a loan at a bank, and by what: its days overdue alone, an agreement, or that too little is paid as agreed yet. */
export interface BankClass {
  readonly category: Category;
  readonly by: "days" | "agreement" | "paid-too-briefly";
}

export interface ComponentAmount {
  readonly component: Component;
  readonly amount: Fen;
}

/** What is owed at the end of a run beside what was owed before. */
export interface DebtChange {
  readonly to: Day;
  readonly days: number;
  readonly paid: Fen;
  readonly before: Fen;
  readonly after: Fen;
  /** Both are less interest not yet earned, of which there is some. */
  readonly isUnearnedLeftOut: boolean;
}

/** Said of a run: by `simulate`, and at the head and the foot of every plan. */
export type RunFinding =
  /** Before anything is paid. `unearned` is the part of the interest that lies ahead; 0 where there is none. */
  | (Of<"owed-now"> & {
      readonly on: Day;
      readonly total: Fen;
      readonly principal: Fen;
      readonly charges: Fen;
      readonly unearned: Fen;
      readonly daysOverdue: number;
      /** What is charged for being late has a name of its own with a card and between private people. */
      readonly naming: Naming;
    })
  /**
   * Does it help: whether more or less is owed at the end of the run; `for-now`: yet it is never cleared; `at-first`: yet
   * what is paid clears it later. `paid` may be 0, but for `at-first`; `isPaidLater`: until then, for payments come after it.
   */
  | (Of<
      | "debt-shrinks"
      | "debt-hardly-shrinks"
      | "debt-shrinks-for-now"
      | "debt-stands-still"
      | "debt-grows"
      | "debt-grows-at-first"
    > &
      DebtChange & {
        /** Of the difference, for each day; never below 0. */
        readonly perDay: Fen;
        readonly isPaidLater: boolean;
      })
  /** It shrinks in the run, and is cleared; in between `peak` is owed, more than before. */
  | (Of<"debt-shrinks-at-first"> & DebtChange & { readonly peak: { readonly on: Day; readonly owed: Fen } })
  /** The same where a new loan took the place of the old one, which is no help whatever it comes to. */
  | (Of<"debt-is-new-loan"> & DebtChange)
  /** Where it went; only where something was paid. `share` is that of the principal, 0 to 1; `isPrincipalOwed`: there is some it could have gone to. */
  | (Of<"payments-went"> &
      Pick<Summary, "paid" | "toPrincipal" | "toCharges" | "unapplied"> & {
        readonly share: number;
        readonly isPrincipalOwed: boolean;
      })
  /** Payments name these out of the order of the terms, which is the lender's to allow. */
  | (Of<"named-if-agreed"> & {
      readonly of: readonly Component[];
      readonly naming: Naming;
      readonly isChinese: boolean;
    })
  /** From so many days overdue on, which the run reaches, payments go to the principal before the charges. */
  | (Of<"principal-first-from"> & { readonly daysOverdue: number })
  /** `waived` by the lender; `unearnedLeftOut`: interest for days ahead, which is never earned; `madePrincipal` by a new loan, of charges and its fee. */
  | (Of<"principal-change"> & {
      readonly before: Fen;
      readonly after: Fen;
      readonly waived: Fen;
      readonly unearnedLeftOut: Fen;
      readonly madePrincipal: Fen;
    })
  /** `day` counts from 1; `isForecast`: it lies after the run. */
  | (Of<"principal-falls"> & { readonly on: Day; readonly day: number; readonly isForecast: boolean })
  | Of<"principal-never-falls">
  /** No payment reaches the principal, but part of it is waived. */
  | Of<"principal-falls-by-waiver">
  /** What was left of the principal was waived; no payment reached it. */
  | Of<"principal-waived">
  /** `days` from the start of the run; `paid` and taken until then; `unapplied`: what is paid beside it. */
  | (Of<"cleared"> & {
      readonly on: Day;
      readonly days: number;
      readonly paid: Fen;
      readonly unapplied: Fen;
      readonly isForecast: boolean;
    })
  /**
   * Of payments that go on: they are less than the charges, or, where it is not `isGrowing`, just as much. `stream` is the
   * only one there is, else null; `from`: its first day, where that is not the next of its cycle; `fallsWithDebt`: it is the
   * minimum payment each time. `isTrifleLeft`: within thirty years less than a yuan is left.
   */
  | (Of<"never-cleared"> & {
      readonly stream: PaymentStream | null;
      readonly from: Day | null;
      readonly fallsWithDebt: boolean;
      readonly isGrowing: boolean;
      readonly isTrifleLeft: boolean;
    })
  /** Payments end before the debt does; `lastPaymentOn` is null where nothing is paid at all. `isGrowing`: it goes on growing. */
  | (Of<"not-cleared-by-payments"> & { readonly lastPaymentOn: Day | null; readonly isGrowing: boolean })
  | Of<"not-cleared-in-a-century">
  /** A lender must agree first, a new one where it `borrows`; `kept`: the figures take for granted that this is paid on its day. */
  | (Of<"only-a-proposal"> & { readonly borrows: boolean; readonly kept: "instalments" | "agreed" | null })
  /**
   * Paying it never leaves more owed, one fen less does. `isForAWhile`: it is not what is paid each time, and that clears
   * the debt too. `until`: how far it was looked at, where what comes after is not alike (months differ in length, and
   * years under actual/actual); null where it is. `isBesideSingle`: payments of a single day are given, which do not count
   * for it.
   */
  | (Of<"break-even"> & {
      readonly amount: Fen;
      readonly cycle: Cycle;
      readonly isForAWhile: boolean;
      readonly isBesideSingle: boolean;
      /** Those given have a pause ahead, which it has not. */
      readonly isWithoutPause: boolean;
      readonly from: Day | null;
      readonly until: Day | null;
    })
  /**
   * No payment is needed to keep the debt from growing. `isLprGranted`: to a private lender who asks for it, though no
   * interest was agreed. `waived`: what grows is waived, and at no end of a cycle, to `until`, is more owed than now; else null.
   */
  | (Of<"break-even-nothing"> & {
      readonly isLprGranted: boolean;
      readonly waived: { readonly cycle: Cycle; readonly until: Day | null } | null;
    })
  /** No constant payment keeps it from growing: a charge that no payment of this cycle comes before. */
  | (Of<"break-even-none"> & { readonly cycle: Cycle; readonly isForAWhile: boolean })
  | (Of<"overdue"> & {
      readonly on: Day;
      readonly days: number;
      readonly statusCode: StatusCode;
      /** What the code stands for; null where it is 0. */
      readonly codeDays: CodeDays | null;
      /**
       * The code of a card counts minimum payments that were missed in a row: by the days as many, where none is paid. With
       * `isPaid` something is, and may be as much as that.
       */
      readonly isCard: boolean;
      readonly isPaid: boolean;
      readonly bankClass: BankClass | null;
      /** The day is later than `asOf`. */
      readonly isForecast: boolean;
    })
  /** `bankClass`: where it is not the first; `isOverdueLater`: it will be, if this goes on. */
  | (Of<"not-overdue"> & { readonly on: Day; readonly bankClass: BankClass | null; readonly isOverdueLater: boolean })
  /** Five years after the overdue ended; `isForecast`: that day lies after the run. `graceDays`: all is paid within them, which a lender may count as in time; else null. */
  | (Of<"record-kept"> & {
      readonly deletableOn: Day;
      readonly isForecast: boolean;
      readonly graceDays: number | null;
    })
  /** From an agreement's or a new loan's day, if the lender reports the arrears as ended then; else from its end, where it has one. */
  | (Of<"record-kept-after-agreement"> & {
      readonly by: "agreement" | "new-loan";
      readonly deletableOn: Day;
      readonly deletableIfReportedOn: Day;
    })
  /** The overdue does not end if this goes on. */
  | Of<"record-years-not-begun">
  /** The earliest day; never advice to wait. */
  | (Of<"limitation"> & { readonly endsOn: Day; readonly years: LimitationYears })
  /** The proceedings may last, so that no end is known. */
  | (Of<"limitation-after-suit"> & { readonly suedOn: Day; readonly endsOn: Day })
  | (Of<"limitation-run-out"> & { readonly endedOn: Day; readonly years: LimitationYears })
  /** An agreement dated after the debt is gone: it changes nothing. */
  | (Of<"agreement-after-cleared"> & { readonly date: Day; readonly clearedOn: Day })
  /** `isProposed`: what the run shows is what is to be asked for. */
  | (Of<"ask-the-lender"> & { readonly isProposed: boolean })
  /** Of the arrears, over the run: `share` is that of the principal outstanding, for a year. */
  | (Of<"yearly-cost"> & { readonly charges: Fen; readonly share: number; readonly lateFees: "counted" | "unknown" })
  /** Lines of one rate are said together. */
  | (Of<"above-cost-line"> & OfCostLine & { readonly lines: readonly CostLine["name"][]; readonly above: Fen })
  | (Of<"within-cost-line"> & OfCostLine)
  /** Less was paid out than the contract says was lent, by which the figures go. */
  | (Of<"received-less"> & { readonly received: Fen; readonly borrowed: Fen })
  /** `aboveLine`: the highest yearly line that the contract's own cost lies above; null where there is none. */
  | (Of<"effective-rate"> & EffectiveRate & { readonly aboveLine: number | null })
  /** What lay above a cap of the contract and was not posted. */
  | (Of<"capped"> & { readonly amount: Fen })
  | (Of<"other-order"> &
      Pick<Summary, "toPrincipal" | "closingTotal" | "clearedOn" | "isTrifleLeft" | "isBeyondCentury"> & {
        readonly first: "principal" | "charges";
      });

interface OfRecords {
  readonly rows: readonly Compared[];
  /** The record of some can be deleted on one of two days, by what the lender reports. */
  readonly areTwoDays: boolean;
}

/** Said of a comparison. */
export type CompareFinding =
  /** `until` null: each way until it is cleared, and over `days` where it never is. */
  | (Of<"compared-over"> & { readonly owed: Fen; readonly days: number; readonly until: Day | null })
  | (Of<"most-to-principal"> & BestWay)
  | Of<"nothing-to-principal">
  | (Of<"cheapest"> & BestWay & { readonly totalCost: Fen })
  | (Of<"clears-first"> & BestWay & { readonly clearedOn: Day; readonly takes: Fen })
  | Of<"new-loan-not-best">
  /** `trifle`: within thirty years less than a yuan is left; `century`: none longer is looked at, and it may be later. */
  | (Of<"never-clear" | "never-clear-but-for-a-trifle" | "not-clear-in-a-century"> & {
      readonly rows: readonly Compared[];
    })
  /** Their payments end before the debt does; `isSingle`: each is one payment. */
  | (Of<"not-cleared-when-payments-end"> & { readonly rows: readonly Compared[]; readonly isSingle: boolean })
  | Of<"none-clears">
  | (Of<"way-after-cleared"> & { readonly row: Compared; readonly date: Day; readonly clearedOn: Day })
  | (Of<"way-agreement"> & {
      readonly row: Compared;
      readonly plan: AgreementPlan;
      /** What is waived of each component of which something is. */
      readonly waived: readonly (ComponentAmount & { readonly isAll: boolean })[];
      /** What the instalments bear, where that is not interest: nothing, or a fee each month. */
      readonly bears: "nothing" | Fen | null;
      /** What it waives is not all that is waived. */
      readonly areWaiversDated: boolean;
      /** Of the first instalment; null where all is paid at once. */
      readonly firstAmount: Fen | null;
      /** The one that asks for most, where the first does not. */
      readonly largest: { readonly due: Day; readonly amount: Fen } | null;
    })
  /** A new loan wins nothing: what it does is told by itself. */
  | (Of<"way-new-loan"> & { readonly row: Compared; readonly newLoan: NewLoan; readonly assumed: AssumedOffer })
  | (Of<"way-broken"> & { readonly row: Compared; readonly on: Day; readonly waivers: AfterBreak })
  | (Of<"ways-not-overdue"> & OfRecords)
  /** `isCard`: its days begin where less than the minimum payment is paid, and its code counts such payments. */
  | (Of<"ways-overdue"> & OfRecords & { readonly isCard: boolean })
  /** `keptBy`: those whose figures rest on every instalment being paid; `areAll`: all proposals do. */
  | (Of<"proposals"> & {
      readonly keptBy: readonly Compared[];
      readonly areAll: boolean;
      /** Else a settlement is among them, which is paid once. */
      readonly areInstalments: boolean;
      readonly areMonthsAssumed: boolean;
    })
  | (Of<"differences-to"> & { readonly row: Compared });

/** Said of a plan, beside what is said of its run. */
export type PlanFinding =
  | (Of<"clear-by-smallest"> & Pick<Reached, "amount" | "totalCost" | "clearedOn"> & { readonly every: PlanCycle })
  | (Of<"clear-by-without-payments"> & { readonly clearedOn: Day })
  | (Of<"clear-by-none"> & { readonly by: Day })
  | (Of<"clear-by-impossible"> & { readonly cycles: readonly PlanCycle[]; readonly reason: ImpossibleReason })
  /** The latest of the days on which the record can be deleted, whichever payment is kept. */
  | (Of<"record-if-cleared"> & { readonly deletableOn: Day })
  | Of<"amounts-replace-streams">
  | Of<"amounts-beside-payments">
  /** `bearsCharges`: there are charges that could be asked to stop; else it is for time alone, and the parts. */
  | (Of<"relief-request"> & {
      readonly request: ReliefRequest;
      readonly parts: readonly AskedPart[];
      readonly bearsCharges: boolean;
      readonly naming: Naming;
    })
  /** Even the longest with all charges waived asks more; `discounted` gives up the most of the principal too. */
  | (Of<"relief-none-fits"> & Pick<BudgetPlan, "longest" | "discounted" | "bearsCharges">)
  /** Waivers on later dates leave nothing to agree on. */
  | (Of<"relief-waived-anyway"> & { readonly after: Day })
  /** What the sentences that follow are about. */
  | (Of<"budget-paid"> & Budget)
  | (Of<"budget-counted"> & { readonly monthly: Fen })
  | (Of<"beyond-card-rules"> & { readonly months: number })
  /** A share of these was to be waived, and nothing of them is owed. */
  | (Of<"nothing-to-waive"> & { readonly of: readonly Component[]; readonly naming: Naming })
  | Of<"budget-replaces-streams">
  | Of<"request-without-dated-payments">
  | (Of<"request-without-dated-charges"> & { readonly after: Day })
  | (Of<"agreement-schedule"> & {
      readonly plan: AgreementPlan;
      /** On the agreement's day; null where it is just what was said to be owed now. */
      readonly owed: Fen | null;
      /** Null where there are too many for a sentence, which says between which amounts they are. */
      readonly groups: readonly EqualInstalments[] | null;
      readonly between: readonly [least: Fen, most: Fen];
    })
  /** Paid on the agreement's own date, before its instalments. */
  | (Of<"agreement-down"> & { readonly on: Day; readonly amount: Fen })
  /** Of what is to be paid, the interest or monthly fees of the agreement's own; `yearly` of fees, where it is known. */
  | (Of<"agreement-costs"> & { readonly amount: Fen; readonly yearly: number | null; readonly isFee: boolean })
  | (Of<"agreement-saves"> & { readonly outcome: AgreementOutcome })
  | (Of<"agreement-if-missed"> & { readonly broken: Broken; readonly waivers: AfterBreak })
  /** Charges or waivers dated in the time of the agreement. */
  | (Of<"agreement-beside-dated"> & { readonly begins: Day })
  /** Payments are given from the day on which it begins. */
  | (Of<"agreement-beside-payments"> & { readonly begins: Day })
  | (Of<"agreement-asks-nothing"> & { readonly on: Day })
  /** What is paid before it begins has cleared the debt. */
  | (Of<"agreement-after-clear"> & { readonly begins: Day })
  /** Its first payment takes all that it leaves. */
  | (Of<"agreement-paid-at-once"> & { readonly on: Day; readonly amount: Fen; readonly clearedOn: Day })
  | Of<"record-while-kept">
  /** `deletableIfReportedOn`: if the lender reports the arrears as ended on the agreement's day. */
  | (Of<"record-if-kept"> & { readonly deletableOn: Day; readonly deletableIfReportedOn: Day });

export type Finding = RunFinding | CompareFinding | PlanFinding | AuditFinding | DebtsFinding;
