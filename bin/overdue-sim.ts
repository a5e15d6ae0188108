#!/usr/bin/env node
/** The launcher. */

import { main } from "../src/main.ts";

void main(process.argv.slice(2));
