/** fast-check's `assert` for laws that need no waiting: the linter takes the general one for a promise left alone. */

import { assert, type IProperty, type Parameters } from "fast-check";

export const assertLaw: <Values>(law: IProperty<Values>, settings?: Parameters<Values>) => void = assert;
