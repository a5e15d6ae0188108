/** The engine equals the reference model on every day of generated loans: row by row, every field, and in total: 850, many more in the deep run. */

import fc from "fast-check";
import { describe, test } from "vitest";
import { sameEachTime } from "../runs.ts";
import {
  anyAgreedCase,
  anyAgreement,
  anyDeferral,
  anyKind,
  anyRareAgreedCase,
  anyRefinancing,
  anySettlement,
} from "./agreement-generators.ts";
import { anyCase, anyContractCase, anyRareCase, anySlowCase } from "./generators.ts";
import { expectSameRun } from "./same-run.ts";

const SAMPLES = [
  ["everyday terms", anyCase, 200],
  ["terms of every kind", anyRareCase, 150],
  ["paid little by little", anySlowCase, 200],
  ["contracts whose interest accrues", anyContractCase, 150],
] as const;

test.each(SAMPLES)("%s", (_name, cases, runs) => {
  fc.assert(fc.property(cases, expectSameRun), sameEachTime(runs));
});

describe("where something is agreed:", () => {
  test.each([
    ["agreements", anyAgreedCase(anyAgreement)],
    ["deferrals", anyAgreedCase(anyDeferral)],
    ["settlements", anyAgreedCase(anySettlement)],
    ["new loans", anyAgreedCase(anyRefinancing)],
    ["one after another", anyAgreedCase(anyKind)],
    ["with all that can be said, under terms of every kind", anyRareAgreedCase],
  ])("%s", (_name, cases) => {
    fc.assert(fc.property(cases, expectSameRun), sameEachTime(25));
  });
});
