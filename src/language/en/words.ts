/** The words of this language but for the letter and the problems, which most runs have no use for. */

import type { Words } from "../words.ts";
import { assumptionWords } from "./assumptions.ts";
import * as compare from "./compare.ts";
import { help } from "./help.ts";
import * as main from "./main.ts";
import * as plan from "./plan.ts";
import { productWords } from "./products.ts";
import * as simulate from "./simulate.ts";

export const words: Words = {
  language: "en",
  assumptions: assumptionWords,
  compare,
  help,
  main,
  plan,
  products: productWords,
  simulate,
};
