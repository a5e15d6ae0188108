/** The oldest Node under which the program runs. Debian 12, for one, still brings an older one. */

const OLDEST = 20;

/** What to say under an older one, in both languages, as no words are loaded yet; null where it will do. */
export function unfitNode(): string | null {
  const { node } = process.versions;
  if (Number.parseInt(node, 10) >= OLDEST) return null;
  return (
    `overdue-sim: Node.js ${OLDEST} or newer is needed, and this is ${node}. Install a newer one: https://nodejs.org\n` +
    `overdue-sim: 需要 Node.js ${OLDEST} 或更新的版本，现在是 ${node}。请安装新版本：https://nodejs.org\n`
  );
}
