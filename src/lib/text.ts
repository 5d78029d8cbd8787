/** Text that Postgres and people can hold: no NUL, no lone surrogates. */
export function isCleanText(text: string): boolean {
  return text.isWellFormed() && !text.includes("\0");
}

/** The same in one line, without what can't be seen. */
export function isLine(text: string): boolean {
  return isCleanText(text) && !/\p{Cc}/u.test(text);
}
