#!/usr/bin/env node
/** The launcher: has Node keep what it compiles, where it can (from 22.1 on), before it loads the program. */

import module from "node:module";
import { setFlagsFromString } from "node:v8";

const { enableCompileCache } = module as { readonly enableCompileCache?: () => { readonly directory?: string } };
// Kept is what is compiled when a file is loaded. By itself V8 leaves most of it for later, at every start again.
if (enableCompileCache?.().directory !== undefined) setFlagsFromString("--no-lazy");

void import("../src/node/main.ts").then(({ main }) => main());
