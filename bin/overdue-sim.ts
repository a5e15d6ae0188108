#!/usr/bin/env node
/** The launcher: has Node keep what it compiles, where it can (from 22.1 on), before it loads the program. */

import module from "node:module";

const { enableCompileCache } = module as { readonly enableCompileCache?: () => unknown };
enableCompileCache?.();

void import("../src/node.ts").then(({ main }) => main());
