/** The words of this language that most commands need. */

import type { Words } from "../words.ts";
import { assumptionWords } from "./assumptions.ts";
import * as main from "./main.ts";
import * as simulate from "./simulate.ts";

export const words: Words = { language: "en", assumptions: assumptionWords, main, simulate };
