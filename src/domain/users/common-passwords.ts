import { inflateRawSync } from "node:zlib";
import { COMMON_PASSWORDS } from "./common-passwords-list";

let list: string[] | undefined;

/** Whether a password, whatever its case, of eight characters and more, is among those that are tried first. */
export function isCommonPassword(password: string): boolean {
  const typed = password.normalize("NFKC").toLowerCase();
  if (isMonotonous(typed)) return true;
  list ??= unpackList();
  return holds(list[typed.length] ?? "", typed);
}

/** Element n is all entries of n characters, sorted, one behind the other: a tenth of what a Set of them would take. */
function unpackList() {
  return inflateRawSync(Buffer.from(COMMON_PASSWORDS, "base64")).toString("latin1").split("\n");
}

function holds(entries: string, typed: string) {
  const width = typed.length;
  let low = 0;
  let high = entries.length / width;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const entry = entries.slice(middle * width, (middle + 1) * width);
    if (entry === typed) return true;
    if (entry < typed) low = middle + 1;
    else high = middle;
  }
  return false;
}

// The list leaves out what is all repetition or all neighbours on the keyboard.
const ROWS = ["01234567890", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl"];
const RUNS = [...ROWS, ...ROWS.map((row) => [...row].reverse().join(""))];
const REPETITION = /^(?=.{8,12}$)([0-9a-z]{1,6})\1+$/;

function isMonotonous(typed: string) {
  return REPETITION.test(typed) || (typed.length >= 8 && RUNS.some((run) => run.includes(typed)));
}
