/** `none`: nothing is paid. */

import type { StrategyForm } from "../strategy.ts";

export const none: StrategyForm = {
  head: "none",
  otherNames: ["不还"],
  kind: "none",
  form: "none",
  read(body, _, problems) {
    if (body.text === "") return { streams: [] };
    return problems.add(body.where, { code: "form-unknown", text: `none:${body.text}`, form: "none" });
  },
};
