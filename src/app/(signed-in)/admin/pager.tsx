import Link from "next/link";
import { addressOf } from "../address";

type Props = {
  label: string;
  path: string;
  query: Record<string, string>;
  nextCursor: string | null;
  strings: { first: string; next: string };
};

/** Links to the first and the next page of a list. The browser's Back does the rest. */
export function Pager({ label, path, query, nextCursor, strings }: Props) {
  const { cursor, ...filters } = query;
  if (!cursor && nextCursor === null) return null;
  return (
    <nav
      aria-label={label}
      className="flex justify-between border-border border-t px-5 py-3 text-sm *:min-h-6 *:text-muted-foreground *:hover:text-foreground sm:px-6"
    >
      {cursor ? (
        <Link href={addressOf(path, filters)} prefetch={false}>
          {strings.first}
        </Link>
      ) : (
        <span />
      )}
      {nextCursor && (
        <Link href={addressOf(path, { ...filters, cursor: nextCursor })} prefetch={false}>
          {strings.next}
        </Link>
      )}
    </nav>
  );
}
