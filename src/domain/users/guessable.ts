import { BRAND } from "@/brand";

// What a guesser tries after the lists: names with years and signs around them, and walks over the keyboard.

const SHORTEST_NAME = 3;
// What is longer is refused for that, by others, and isn't to be reckoned with here.
const LONGEST_NAME = 64;
const LONGEST_PASSWORD = 128;
/** How much beside a name is still no more than decoration. */
const MOST_SIGNS = 6;

/** Letters, and what is typed in their place. */
const LOOK_ALIKES: Record<string, string> = {
  a: "a4@",
  b: "b8",
  e: "e3",
  g: "g9",
  i: "i1!",
  l: "l1",
  o: "o0",
  s: "s5$",
  t: "t7",
  z: "z2",
};

const YEARS = /(?:19|20)\d\d/g;

/** Whether a password is made of these names, or the product's, and decoration; or all blank; or a walk over the keyboard. */
export function isGuessable(password: string, names: (string | null | undefined)[]): boolean {
  if (password.length > 2 * LONGEST_PASSWORD) return false;
  const typed = canonical(password);
  return typed.trim() === "" || isMadeOf(typed, wordsOf([BRAND.name, ...names])) || isWalk(typed);
}

function canonical(text: string) {
  return text.normalize("NFKC").toLowerCase();
}

/** Each name as a whole, without what stands between its words, and word by word; the longest first. */
function wordsOf(names: (string | null | undefined)[]): string[] {
  const words = names.flatMap((name) => {
    const whole = canonical((name ?? "").slice(0, 4 * LONGEST_NAME));
    const parts = whole.split(/[^\p{L}\p{N}]+/u);
    return [whole, parts.join(""), ...parts];
  });
  return [...new Set(words)]
    .filter((word) => word.length >= SHORTEST_NAME && word.length <= LONGEST_NAME && /\p{L}/u.test(word))
    .sort((a, b) => b.length - a.length);
}

function isMadeOf(typed: string, words: string[]) {
  // A mark that no word has, so that what stands on both sides of one doesn't become a year.
  const rest = words.reduce((left, word) => left.replace(patternOf(word), "\0"), typed);
  if (rest === typed || /\p{L}/u.test(rest)) return false;
  return [...rest.replaceAll("\0", "").replaceAll(YEARS, "")].length <= MOST_SIGNS;
}

function patternOf(word: string) {
  const letters = [...word].map((letter) =>
    LOOK_ALIKES[letter] ? `[${LOOK_ALIKES[letter]}]` : letter.replace(/[^\p{L}\p{N}]/u, "\\$&"),
  );
  return new RegExp(letters.join(""), "g");
}

// The keys of the same place in both alphabets, and what they are with Shift.
const KEYBOARDS = [
  ["`1234567890-=", "qwertyuiop[]\\", "asdfghjkl;'", "zxcvbnm,./"],
  ["~!@#$%^&*()_+", "qwertyuiop{}|", 'asdfghjkl:"', "zxcvbnm<>?"],
  ["ё1234567890-=", "йцукенгшщзхъ\\", "фывапролджэ", "ячсмитьбю."],
  ['ё!"№;%:?*()_+', "йцукенгшщзхъ/", "фывапролджэ", "ячсмитьбю,"],
];

type Key = { row: number; column: number };

const KEYS = new Map<string, Key[]>();
for (const rows of KEYBOARDS) {
  for (const [row, keys] of rows.entries()) {
    for (const [at, key] of [...keys].entries()) {
      // The row of digits begins one key further to the left.
      KEYS.set(key, [...(KEYS.get(key) ?? []), { row, column: row === 0 ? at - 1 : at }]);
    }
  }
}

const SHORTEST_WALK = 6;
/** Nobody walks further, and a guesser would have to know how far. */
const LONGEST_WALK = 40;
/** Of so many steps one may be a jump, to where the walk goes on: 1qaz2wsx. */
const STEPS_A_JUMP = 3;

function isWalk(typed: string): boolean {
  const plain = typed.replaceAll(/\s/g, "");
  const letters = plain.replace(/^[^\p{L}]+/u, "").replace(/[^\p{L}]+$/u, "");
  const decoration = [...plain.replaceAll(YEARS, "")].length - [...letters].length;
  return goesOn(plain) || (decoration <= MOST_SIGNS && goesOn(letters));
}

function goesOn(text: string) {
  const keys = [...text].map((key) => KEYS.get(key));
  if (keys.length < SHORTEST_WALK || keys.length > LONGEST_WALK) return false;
  let jumps = 0;
  for (let at = 1; at < keys.length; at++) if (!areNeighbours(keys[at - 1], keys[at])) jumps++;
  return jumps * STEPS_A_JUMP < keys.length - 1;
}

function areNeighbours(one: Key[] = [], other: Key[] = []) {
  return one.some((a) =>
    other.some((b) => Math.abs(a.row - b.row) <= 1 && Math.abs(a.column - b.column) <= 1),
  );
}
