/** The short syntax of a record: `HEAD:name=value:name=value`, or with commas where the head of a strategy stands before. */

import { plain } from "./plain-text.ts";
import type { Issue, ProblemCollector } from "./problem.ts";
import type { Written, WrittenObject, WrittenText } from "./written.ts";

export interface ShortSyntax {
  readonly separator: ":" | ",";
  /** The fields that stand in the head. */
  readonly inHead: readonly string[];
  /** The fields that may stand behind the head without their names, in this order. */
  readonly positions?: readonly string[];
  /** What a setting is called where its field has another name. */
  readonly otherNames?: ReadonlyMap<string, string>;
  /** Those that may be given more than once. */
  readonly repeatable?: readonly string[];
  /** The fields that the head gives; an issue where it gives none. */
  readonly split: (head: string) => Readonly<Record<string, string | undefined>> | Issue;
  /** The kind of strategy whose settings they are. */
  readonly strategy?: string;
}

/** `inAll` → `in-all` */
export function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** The record that a short text means; `names` are those of its fields, in camelCase, where people write `in-all`. */
export function readShort(
  written: WrittenText,
  syntax: ShortSyntax,
  names: readonly string[],
  problems: ProblemCollector,
): WrittenObject | undefined {
  const { where } = written;
  const text = plain(written.text);
  if (text === "") return problems.add(where, emptyIssue(written));
  const { head, settings } = splitText(text, syntax, names, (issue) => problems.add(where, issue));
  const fields = syntax.split(head);
  const isRefused = isIssue(fields);
  if (isRefused) problems.add(where, "text" in fields ? { ...fields, text: written.text } : fields);
  const entries = new Map<string, Written>();
  for (const [name, value] of Object.entries(isRefused ? {} : fields)) {
    if (typeof value === "string") entries.set(name, { kind: "text", text: value, where });
  }
  for (const { name, value, called } of settings) {
    const alone: WrittenText = { kind: "text", text: value, where };
    const setting = called === null ? alone : { ...alone, setting: called };
    const before = entries.get(name);
    if (syntax.repeatable?.includes(name) === true) {
      const items = before?.kind === "list" ? before.items : [];
      entries.set(name, { kind: "list", items: [...items, setting], where });
    } else if (before === undefined) entries.set(name, setting);
    else problems.add(where, { code: "duplicate", kind: "setting", name: kebab(name) });
  }
  const short = { strategy: syntax.strategy ?? null, unreadable: isRefused ? syntax.inHead : [] };
  const object: WrittenObject = { kind: "object", entries, where, placeOf: () => where, short };
  return isRefused && entries.size === 0 ? undefined : object;
}

function isIssue(fields: ReturnType<ShortSyntax["split"]>): fields is Issue {
  return "code" in fields;
}

export function emptyIssue({ setting }: WrittenText): Issue {
  return setting === undefined ? { code: "empty" } : { code: "empty", name: setting };
}

interface Setting {
  readonly name: string;
  readonly value: string;
  /** As it is called in the text; null where it stands by its position. */
  readonly called: string | null;
}

function splitText(
  text: string,
  { separator, inHead, positions = [], otherNames = new Map() }: ShortSyntax,
  names: readonly string[],
  note: (issue: Issue) => void,
): { readonly head: string; readonly settings: readonly Setting[] } {
  const known = names.map(kebab);
  // Amounts have commas too: where commas separate, the settings begin with the first name.
  const parts = separator === ":" ? text.split(":") : text.split(/[,、](?=\s*(?:$|[,、]|[a-z-]+\s*=))/i);
  const isHeadFirst = separator === ":" || (inHead.length > 0 && !/^\s*[a-z-]*\s*(?:=|$)/i.test(parts[0] ?? ""));
  const all = [...parts];
  const head = isHeadFirst ? (parts.shift() ?? "").trim() : "";
  const before = isHeadFirst ? 1 : 0;
  const settings: Setting[] = [];
  for (const [index, part] of parts.entries()) {
    if (part.trim() === "") {
      if (parts[index - 1]?.trim() !== "")
        note({
          code: "part-empty",
          text: all.slice(Math.max(index - 1 + before, 0), index + 2 + before).join(separator),
        });
      continue;
    }
    const position = positions[index];
    if (position !== undefined && !part.includes("=")) {
      settings.push({ name: position, value: part.trim(), called: null });
      continue;
    }
    const several = runTogether(part);
    if (several.length > 1) {
      note({ code: "settings-run-together", text: part.trim(), separated: several.join(separator) });
    }
    for (const one of several) {
      const [written = "", value] = one.split(/=(.*)/s).map((side) => side.trim());
      const called = written.toLowerCase();
      const name = names[known.indexOf(called)] ?? otherNames.get(called);
      settings.push({
        name: name ?? written,
        value: value ?? "",
        called: name === undefined ? kebab(written) : called,
      });
    }
  }
  return { head, settings };
}

/** The settings in a part such as `months=36;rate=0%/year`, where something other than the separator was typed between them. */
function runTogether(part: string): readonly string[] {
  const settings = part.split(/\s*[;:,\s]\s*(?=[a-z-]+\s*=)/i);
  return settings.every((setting) => setting.includes("=")) ? settings : [part];
}
