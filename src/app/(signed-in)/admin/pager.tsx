import type { ReactNode } from "react";
import { Link } from "@/components/link";
import { addressOf } from "../address";

type Props = {
  label: string;
  path: string;
  query: Record<string, string>;
  nextCursor: string | null;
  /** Where a list can be walked back; elsewhere the browser's Back does it. */
  previousCursor?: string | null;
  strings: { first: string; next: string; previous?: string };
};

/** Links to the first page of a list and to those beside this one. */
export function Pager({ label, path, query, nextCursor, previousCursor = null, strings }: Props) {
  const { cursor, ...filters } = query;
  const isFirst = strings.previous === undefined ? !cursor : previousCursor === null;
  if (isFirst && nextCursor === null) return null;
  return (
    <nav
      aria-label={label}
      className="flex flex-wrap justify-between gap-x-6 gap-y-1 border-border border-t px-5 py-3 text-sm sm:px-6"
    >
      <span className="flex gap-6">
        {!isFirst && <PageLink to={addressOf(path, filters)}>{strings.first}</PageLink>}
        {previousCursor && (
          <PageLink to={addressOf(path, { ...filters, cursor: previousCursor })}>{strings.previous}</PageLink>
        )}
      </span>
      {nextCursor && (
        <PageLink to={addressOf(path, { ...filters, cursor: nextCursor })}>{strings.next}</PageLink>
      )}
    </nav>
  );
}

function PageLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link href={to} prefetch={false} className="min-h-6 text-muted-foreground hover:text-foreground">
      {children}
    </Link>
  );
}
