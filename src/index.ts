/** The engine for programs: loans, runs and answers, each by its name. Nothing inside the project imports this file. */

export { type AgreementPlan, agreementPlan, type EqualInstalments, equalInstalments } from "./advice/agreement-plan.ts";
export { type BreakEvenPayment, breakEvenPayment } from "./advice/break-even.ts";
export {
  type ClearingPlan,
  clearBy,
  type ImpossibleReason,
  paymentsEvery,
} from "./advice/clear-by.ts";
export {
  type Compared,
  type ComparisonInput,
  compare,
  type DefaultStrategy,
  defaultStrategies,
} from "./advice/compare.ts";
export type { CostLineFigure } from "./advice/cost-stretches.ts";
export type { Credit } from "./advice/credit-of-run.ts";
export type { EffectiveRate } from "./advice/effective-rate.ts";
export type { NeverReason } from "./advice/projection.ts";
export {
  GRID_MONTHS,
  type InstalmentOffer,
  offerGrid,
  owedOn,
  type ReliefKind,
  type ReliefRequest,
  smallestRequest,
  type Waives,
} from "./advice/relief-request.ts";
export { EVERY, type Every, rowsEvery } from "./advice/rows-every.ts";
export {
  type Inquiry,
  type OtherOrder,
  type Owed,
  type Question,
  type RunReport,
  runReport,
  type Summary,
  summarise,
} from "./advice/run-report.ts";
export { type Category, type ClassQuestion, type ClassStep, categoryOf } from "./law/classification.ts";
export { type ApplicableCostLine, type CostLineQuestion, costLinesFor } from "./law/cost-lines.ts";
export {
  deletableOn,
  isReported,
  type MonthCode,
  type MonthsOverdue,
  monthCodes,
  monthsOverdue,
  type RecordDay,
  type RecordMonth,
  type StatusCode,
  statusCode,
} from "./law/credit-record.ts";
export type { LawRow, LawTable, Wording } from "./law/law-table.ts";
export { type DatedRow, DatedTable, type FoundRow } from "./law/law-table.ts";
export {
  type Limitation,
  type LimitationEvent,
  type LimitationEventKind,
  type LimitationQuestion,
  limitationEnds,
} from "./law/limitation.ts";
export { LPR, type LprTerm, lprRates } from "./law/lpr.ts";
export { LAW_TABLES } from "./law/tables.ts";
export { type AgreedInstalment, agreedSchedule, refinancedSchedule } from "./ledger/agreed-schedule.ts";
export type { AgreementInEffect, LedgerRow, RunTotals, SumsSoFar } from "./ledger/ledger.ts";
export { type Opening, openLoan } from "./ledger/opening.ts";
export { type SimulateOptions, simulate } from "./ledger/run.ts";
export { PLAN_CYCLES, type PlanCycle } from "./loan/budget.ts";
export type { Citation, SureLevel } from "./loan/citation.ts";
export { type ByComponent, CHARGES, type Charge, COMPONENTS, type Component, totalOf } from "./loan/components.ts";
export { addDays, addMonths, type CivilDate, civil, type Day, day, dayOf, formatDay, parseDay } from "./loan/day.ts";
export {
  type Agreement,
  type AgreementMethod,
  type Deferral,
  type Events,
  eventsUnder,
  type InstalmentAgreement,
  NO_EVENTS,
  type Refinancing,
  type Settlement,
  type Unearned,
  WAIVE_NOTHING,
  type WaivedShares,
} from "./loan/events.ts";
export type { LateFee, LateFeeBase, LateFeeTurn } from "./loan/late-fee.ts";
export {
  type AgreedFlows,
  CHARGES_NOT_GIVEN,
  type Cycle,
  type DatedCharge,
  type DatedWaiver,
  EVERY_DAY,
  type Instalment,
  type Interruption,
  type InterruptionKind,
  type Jurisdiction,
  type LenderKind,
  type Loan,
  type Payment,
  type PaymentStream,
  plainStream,
  type RunOfArrears,
} from "./loan/loan.ts";
export {
  AMOUNT_LIMIT,
  AmountLimitReached,
  add,
  BALANCE_LIMIT,
  type Fen,
  type Fraction,
  fen,
  formatFen,
  subtract,
  sum,
  ZERO,
} from "./loan/money.ts";
export { assumedFields, type Classification, type Contact, type Product } from "./loan/products/product.ts";
export { WANGSHANGDAI as DEFAULT_PRODUCT } from "./loan/products/wangshangdai.ts";
export { findProduct, PRODUCTS } from "./loan/products.ts";
export { fraction, parseDecimal, type Rate, type RatePeriod, rate } from "./loan/rate.ts";
export {
  type Contract,
  type Method,
  makeSchedule,
  type ScheduledInstalment,
  type ScheduleRounding,
} from "./loan/schedule.ts";
export type { AssumedOffer, Strategy, StrategyKind } from "./loan/strategy.ts";
export {
  type AllocationOrder,
  type Axis,
  type Cap,
  CHARGES_FIRST,
  type CompoundBase,
  type CompoundRate,
  type CompoundRests,
  constantRate,
  type DatedRate,
  type DayCount,
  type Grace,
  type GraceKind,
  type InterestMode,
  type MinimumRule,
  multipleOfContractRate,
  type OrderSwitch,
  type PenaltyBase,
  type PenaltyRate,
  type PenaltyTier,
  PRINCIPAL_FIRST,
  penaltyPerDay,
  type Surplus,
  type TermField,
  type Terms,
} from "./loan/terms.ts";
