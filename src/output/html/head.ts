/** What stands above every page: its title, its style, and the strict policy that forbids whatever the file does not hold. */

import { escaped } from "./markup.ts";

interface Head {
  readonly title: string;
  readonly languageTag: string;
  readonly style: string;
  /** The digests of the scripts that may run; null: none may. */
  readonly scripts: readonly string[] | null;
}

export async function headHtml({ title, languageTag, style: written, scripts }: Head): Promise<string> {
  const style = withoutSpace(written);
  const policy = [
    "default-src 'none'",
    `style-src '${await sha256(style)}'`,
    ...(scripts === null ? [] : [`script-src ${scripts.map((digest) => `'${digest}'`).join(" ")}`]),
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return `<!doctype html>
<html lang="${languageTag}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy.join("; ")}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
`;
}

/** A browser needs no line breaks, and a page has only so many bytes for its rows and its program. */
function withoutSpace(style: string): string {
  return style.replace(/\s*([{};,])\s*/g, "$1");
}

/** As a policy names a text that it allows. */
export async function sha256(text: string): Promise<string> {
  // oxlint-disable-next-line no-restricted-globals -- a digest is nothing random
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}
