#!/usr/bin/env node
/** The launcher: has V8 keep what it compiles and take its time with machine code, before it loads the program. */

import { keepCompiledCode } from "../src/node/compiled-code.ts";
import { optimise } from "../src/node/machine-code.ts";

optimise("late");
keepCompiledCode();

void import("../src/node/main.ts").then(({ main }) => main());
