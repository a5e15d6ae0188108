/** `completion`: the script that has a shell ask the program for what can be typed. */

import { choice } from "../../input/field.ts";
import { ProblemCollector, type Result } from "../../input/problem.ts";
import type { CommandInput, CommandResult } from "../command.ts";

/**
 * Each asks `overdue-sim completion SHELL -- WORDS`, of which the last word is that before the cursor, and is told a line
 * for each completion; `<file>` where a file belongs. What is typed is handed on as it is and never evaluated.
 */
const SCRIPTS = {
  bash: `# Completion of overdue-sim for bash.
_overdue_sim() {
  local line=\${COMP_LINE:0:COMP_POINT} words word completion
  read -a words <<< "$line"
  if [[ $line == *[[:space:]] ]]; then words+=(""); fi
  word=\${words[\${#words[@]}-1]}
  # bash replaces no more than what follows the last character of COMP_WORDBREAKS.
  local kept=\${word%"\${word##*[$COMP_WORDBREAKS]}"}
  COMPREPLY=()
  while IFS=$'\\t' read -r completion _; do
    if [[ $completion == "<file>" ]]; then return; fi
    COMPREPLY+=("\${completion#"$kept"}")
  done < <(overdue-sim completion bash -- "\${words[@]:1}" < /dev/null 2> /dev/null)
  compopt +o default 2> /dev/null
  if [[ \${#COMPREPLY[@]} -eq 1 && $COMPREPLY == *[:=] ]]; then compopt -o nospace 2> /dev/null; fi
}
complete -o default -F _overdue_sim overdue-sim
`,
  zsh: `#compdef overdue-sim
# Completion of overdue-sim for zsh.
_overdue-sim() {
  local line completion meaning
  local -a whole begun
  while IFS= read -r line; do
    completion=\${line%%$'\\t'*}
    if [[ $completion == "<file>" ]]; then
      compset -P '-*='
      _files
      return
    fi
    meaning=\${line#*$'\\t'}
    line="\${completion//:/\\\\:}\${meaning:+:$meaning}"
    if [[ $completion == *[:=] ]]; then begun+=("$line"); else whole+=("$line"); fi
  done < <(overdue-sim completion zsh -- "\${(@Q)words[2,CURRENT-1]}" "\${(Q)PREFIX}" < /dev/null 2> /dev/null)
  _describe overdue-sim whole -- begun -S ""
}
if [[ $funcstack[1] == _overdue-sim ]]; then
  _overdue-sim
else
  if ! (( $+functions[compdef] )); then autoload -Uz compinit; compinit; fi
  compdef _overdue-sim overdue-sim
fi
`,
  fish: `# Completion of overdue-sim for fish.
function __overdue_sim_completions
    set -l words (commandline -opc)
    set -l word (commandline -ct)
    set -l completions (overdue-sim completion fish -- $words[2..-1] "$word" < /dev/null 2> /dev/null)
    if string match -q '<file>*' -- $completions
        set -l option (string match -r -- '^-.*=' $word)
        for file in (__fish_complete_path (string replace -- "$option" "" "$word"))
            echo -- "$option$file"
        end
    else
        printf '%s\\n' $completions
    end
end
complete -c overdue-sim -f -a '(__overdue_sim_completions)'
`,
} as const;

type Shell = keyof typeof SCRIPTS;
const SHELLS = Object.keys(SCRIPTS) as readonly Shell[];

export function read({ argument }: CommandInput): Result<Shell> {
  const problems = new ProblemCollector();
  if (argument === null) problems.add("completion", { code: "either-of", names: SHELLS, form: "completion bash" });
  const shell = problems.readGiven(argument, "completion", choice(SHELLS).parse);
  return problems.result(shell ?? "bash");
}

export function run(shell: Shell): CommandResult {
  return { kind: "done", content: { kind: "text", text: [SCRIPTS[shell]] } };
}
