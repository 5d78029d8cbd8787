/** Text that Postgres and people can hold: no NUL, no lone surrogates. */
export function isCleanText(text: string): boolean {
  return text.isWellFormed() && !text.includes("\0");
}

/** The same in one line, without what can't be seen. */
export function isLine(text: string): boolean {
  return isCleanText(text) && !/\p{Cc}/u.test(text);
}

// Soft hyphen, zero-width and invisible ones, and what turns the direction of text around. Joiners stay: several scripts and
// many emoji are written with them.
const UNSEEN =
  /[\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\u{e0000}-\u{e007f}]/u;

/** A line by which people know somebody: nothing in it that makes it look like another one. */
export function isName(text: string): boolean {
  return isLine(text) && !UNSEEN.test(text) && !/^[\u200c\u200d]|[\u200c\u200d]$/u.test(text);
}
