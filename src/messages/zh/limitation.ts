/** 中文：诉讼时效期间的长短。 */

import type * as English from "../en/limitation.ts";

export const yearsOfLimitation: typeof English.yearsOfLimitation = { 2: "二年", 3: "三年" };
