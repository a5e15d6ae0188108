/** Who may import whom: rooms only downwards, commands not one another, Node in one place. `npm run lint` runs it. */

import { readFileSync } from "node:fs";

/** The rooms that each may import besides itself, and those of which it may know the types alone. */
const ROOMS = {
  loan: { values: [] },
  ledger: { values: ["loan"] },
  law: { values: ["loan"] },
  advice: { values: ["ledger", "law", "loan"] },
  input: { values: ["law", "loan"], types: ["platform.ts"] },
  output: { values: ["loan"] },
  messages: { values: ["loan", "output"], types: ["advice", "input", "law"] },
  cli: { values: ["loan", "ledger", "law", "advice", "input", "output", "messages"], types: ["platform.ts"] },
  "platform.ts": { values: [], types: ["loan"] },
  node: { values: ["cli", "loan"], types: ["platform.ts"] },
  "browser.ts": { values: ["cli", "input", "loan", "messages", "output"], types: ["platform.ts"] },
  "thread.ts": { values: ["cli", "loan"] },
  "index.ts": { values: ["loan", "ledger", "law", "advice"] },
};

/** A command, a format and a language are each a file or a folder that nothing imports but its registry, when it is asked for. */
const ONE_AT_A_TIME = [
  {
    name: "command",
    files: `^src/cli/commands/(${commandsOf("src/cli/commands.ts").join("|")})\\.ts$`,
    registry: "^src/cli/commands(\\.ts|/plan-.*)$",
  },
  // A book of loans is CSV, line by line.
  { name: "format", files: "^src/output/formats/", registry: "^src/(output/formats|cli/batch/line-writer)\\.ts$" },
  // A language may take from another what it does not say itself yet; English says what there is to be said.
  {
    name: "language",
    files: "^src/messages/[^/]+/language\\.ts$",
    registry: "^src/messages/(languages|words|[^/]+/language)\\.ts$",
  },
];

/** The files that the registry loads. */
function commandsOf(registry) {
  return [...readFileSync(registry, "utf8").matchAll(/import\("\.\/commands\/(.*)\.ts"\)/g)].map(([, name]) => name);
}

const inRooms = (rooms) => `^src/(${rooms.map((room) => room.replace(".", "\\.")).join("|")})(/|$)`;

/** @type {import("dependency-cruiser").IConfiguration} */
const configuration = {
  forbidden: [
    ...Object.entries(ROOMS).flatMap(([room, { values, types = [] }]) => [
      {
        name: `${room.replace(".ts", "")}-imports-downwards`,
        severity: "error",
        from: { path: inRooms([room]) },
        to: { path: "^src/", pathNot: inRooms([room, ...values, ...types]) },
      },
      ...(types.length === 0
        ? []
        : [
            {
              name: `${room.replace(".ts", "")}-knows-types-alone`,
              severity: "error",
              from: { path: inRooms([room]) },
              to: { path: inRooms(types), dependencyTypesNot: ["type-only"] },
            },
          ]),
    ]),
    {
      name: "every-file-lies-in-a-room",
      severity: "error",
      from: { path: "^src/", pathNot: inRooms(Object.keys(ROOMS)) },
      to: {},
    },
    ...ONE_AT_A_TIME.map(({ name, files, registry }) => ({
      name: `one-${name}-at-a-time`,
      severity: "error",
      from: { pathNot: [registry, "^test/"] },
      to: { path: files },
    })),
    {
      name: "node-in-one-place",
      comment: "The clock, files, streams and the environment come as a platform.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(node/|thread\\.ts$)" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "no-circles",
      severity: "error",
      from: { path: "^src/" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "nothing-unused",
      severity: "error",
      from: { path: "^src/", orphan: true },
      to: {},
    },
    {
      name: "library-stands-apart",
      comment: "Its face is for other programs: inside the project everyone names the file that is meant.",
      severity: "error",
      from: { path: "^(src|bin|test)/" },
      to: { path: "^src/index\\.ts$" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    // An import of types alone is none once it is compiled, but it is one between rooms.
    tsPreCompilationDeps: true,
  },
};

export default configuration;
