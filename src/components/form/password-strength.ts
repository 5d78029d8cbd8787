export type Strength = 0 | 1 | 2 | 3 | 4;

/** Bits of entropy per level, as if every character were random. */
const LEVEL_BITS = [28, 42, 58, 76];

const KINDS: [RegExp, number][] = [
  [/[a-z]/, 26],
  [/[A-Z]/, 26],
  [/[0-9]/, 10],
  [/[^a-zA-Z0-9]/, 33],
  [/[^\p{ASCII}]/u, 60],
];

/** A rough estimate of password strength, as advice while typing. Only the server decides what is accepted. */
export function estimateStrength(password: string, ownWords: string[]): Strength {
  const typed = ownWords.reduce(
    (text, word) => (word.length > 2 ? text.replaceAll(word.toLowerCase(), "") : text),
    password.toLowerCase(),
  );
  const surprising = [...typed].filter((character, index, all) => !followsOn(all[index - 1], character));
  const useful = Math.min(surprising.length, new Set(surprising).size * 2);
  const pool = KINDS.reduce((sum, [kind, size]) => (kind.test(password) ? sum + size : sum), 0);
  const bits = useful * Math.log2(pool || 1);
  return LEVEL_BITS.filter((least) => bits >= least).length as Strength;
}

/** "aaa", "abc", "321": predictable from the character before. */
function followsOn(before: string | undefined, character: string) {
  if (before === undefined) return false;
  return Math.abs(character.codePointAt(0)! - before.codePointAt(0)!) <= 1;
}
