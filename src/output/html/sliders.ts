/** The sliders of a live page as HTML: each has a name and says its value, also to a screen reader. */

import type { WhatIfWords } from "../report.ts";
import { escaped, prose } from "./markup.ts";

interface SliderMarks {
  readonly label: string;
  readonly values: readonly { readonly shown: string }[];
  readonly start: number;
}

/** A browser that remembers the place of a slider would show it beside other figures. */
export function slidersHtml(sliders: readonly SliderMarks[], words: WhatIfWords): string {
  return (
    `<form class="what-if" autocomplete="off" aria-labelledby="what-if"><h2 id="what-if">${escaped(words.title)}</h2>` +
    `<p>${prose(words.hint)}</p><div class="sliders">${sliders.map(sliderHtml).join("")}</div>` +
    `<p class="answer" role="status"></p>` +
    `<div class="command"><p>${escaped(words.command)}</p><pre tabindex="0"><code></code></pre></div>` +
    `<button type="reset" disabled>${escaped(words.reset)}</button></form>`
  );
}

function sliderHtml({ label, values, start }: SliderMarks, index: number): string {
  const id = `slider-${index}`;
  const value = escaped(values[start]?.shown ?? "");
  return (
    `<div><label for="${id}">${escaped(label)}</label><span class="value" aria-hidden="true">${value}</span>` +
    `<input id="${id}" type="range" min="0" max="${values.length - 1}" value="${start}" aria-valuetext="${value}"></div>`
  );
}
