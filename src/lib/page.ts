import { Problem } from "./errors";

export type Page<T> = {
  items: T[];
  next_cursor: string | null;
  /** A cursor to begin behind any of the items, for who pages by edges. */
  cursorOf(item: T): string;
};

/** Where the page before ended. What isn't one of ours, to the letter, is a problem of the caller. */
export function readCursor(cursor: string, form: RegExp): string {
  const text = Buffer.from(cursor, "base64url").toString("utf8");
  if (!form.test(text) || encodeCursor(text) !== cursor) {
    throw new Problem("VALIDATION_ERROR", { problems: [{ field: "cursor", code: "VALIDATION_ERROR" }] });
  }
  return text;
}

/** A page out of one row more than it holds, so that whether there is a next one needs no count. */
export function toPage<T>(rows: T[], limit: number, cursorOf: (row: T) => string): Page<T> {
  const items = rows.slice(0, limit);
  const encode = (row: T) => encodeCursor(cursorOf(row));
  const last = items.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { items, next_cursor: more ? encode(last) : null, cursorOf: encode };
}

/** A page that can be left both ways. */
export type PageBothWays<T> = Page<T> & { previous_cursor: string | null };

/** Where a page is, and which way it was reached: base64url has no such sign. */
const BACK = "~";

export type Way = { back: boolean; from: string | undefined };

export function wayOf(cursor: string | undefined): Way {
  const back = cursor?.startsWith(BACK) ?? false;
  return { back, from: back ? cursor?.slice(BACK.length) : cursor };
}

/** As toPage(); on the way back the rows come in the reverse order, nearest first. */
export function toPageBothWays<T>(
  rows: T[],
  { limit, way, cursorOf }: { limit: number; way: Way; cursorOf: (row: T) => string },
): PageBothWays<T> {
  const nearest = rows.slice(0, limit);
  const items = way.back ? nearest.reverse() : nearest;
  const more = rows.length > limit;
  const encode = (row: T) => encodeCursor(cursorOf(row));
  const [first, last] = [items.at(0), items.at(-1)];
  const isBehind = way.back || more;
  const isBefore = way.back ? more : way.from !== undefined;
  return {
    items,
    next_cursor: last !== undefined && isBehind ? encode(last) : null,
    previous_cursor: first !== undefined && isBefore ? BACK + encode(first) : null,
    cursorOf: encode,
  };
}

function encodeCursor(text: string) {
  return Buffer.from(text).toString("base64url");
}
