#!/usr/bin/env node
/** The launcher. */

import { main } from "../src/cli/run.ts";

void main(process.argv.slice(2));
