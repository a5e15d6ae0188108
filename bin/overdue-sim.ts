#!/usr/bin/env node
/** The launcher: has V8 keep what it compiles and take its time with machine code, before it loads the program. */

import module from "node:module";
import { setFlagsFromString } from "node:v8";
import { optimise } from "../src/node/machine-code.ts";
import { unfitNode } from "../src/node/oldest-node.ts";

void start();

async function start(): Promise<void> {
  const unfit = unfitNode();
  if (unfit !== null) {
    process.stderr.write(unfit);
    process.exitCode = 2;
    return;
  }
  optimise("late");
  const isKept = await keepsCompiledCode();
  // Kept is what is compiled when a file is loaded. By itself V8 leaves most of it for later, at every start again. Code that
  // is compiled whole stays in memory, where a book has better use for the room than for a quicker start.
  if (isKept && !process.argv.includes("batch")) setFlagsFromString("--no-lazy");
  const { main } = await import("../src/node/main.ts");
  await main();
}

async function keepsCompiledCode(): Promise<boolean> {
  const { enableCompileCache } = module as { readonly enableCompileCache?: () => { readonly directory?: string } };
  if (enableCompileCache !== undefined) return enableCompileCache().directory !== undefined;
  const { keepCompiledCode } = await import("../src/node/compiled-code.ts");
  return keepCompiledCode();
}
