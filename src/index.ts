/** The engine for programs: loans, runs and answers. Nothing inside the project imports this file. */

export * from "./advice/agreement-plan.ts";
export * from "./advice/break-even.ts";
export * from "./advice/compare.ts";
export * from "./advice/cost-lines.ts";
export * from "./advice/credit.ts";
export * from "./advice/plan.ts";
export * from "./advice/projection.ts";
export * from "./advice/relief-request.ts";
export * from "./advice/run-report.ts";
export { type AgreedInstalment, agreedSchedule, refinancedSchedule } from "./ledger/agreed-schedule.ts";
export * from "./ledger/ledger.ts";
export * from "./ledger/periods.ts";
export { type ExactDebt, Run, type SimulateOptions, simulate } from "./ledger/run.ts";
export * from "./loan/day.ts";
export * from "./loan/events.ts";
export * from "./loan/loan.ts";
export * from "./loan/money.ts";
export { assumedFields, type Product } from "./loan/products/product.ts";
export { WANGSHANGDAI as DEFAULT_PRODUCT } from "./loan/products/wangshangdai.ts";
export * from "./loan/products.ts";
export * from "./loan/rate.ts";
export * from "./loan/schedule.ts";
export * from "./loan/strategy.ts";
