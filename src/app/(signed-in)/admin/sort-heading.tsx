import { ArrowDown, ArrowUp } from "lucide";
import { Link } from "@/components/link";
import { Icon } from "@/components/ui/icon";
import type { UserSort, UserSortKey } from "@/domain/administration/inputs";
import { addressOf } from "../address";

type Props = {
  sortKey: UserSortKey;
  label: string;
  /** The order that the list is in. */
  sort: UserSort;
  query: Record<string, string>;
  className?: string;
};

/** What is a moment is asked for from the newest on. */
const NEWEST_FIRST: UserSortKey[] = ["last_seen_at", "created_at"];

/** A column's heading, which sorts the list by it; once more, the other way round. */
export function SortHeading({ sortKey, label, sort, query, className }: Props) {
  const isUp = sort === sortKey;
  const isDown = sort === `-${sortKey}`;
  const { cursor, ...filters } = query;
  const goesDown = isUp || (!isDown && NEWEST_FIRST.includes(sortKey));
  return (
    <th scope="col" aria-sort={isUp ? "ascending" : isDown ? "descending" : undefined} className={className}>
      <Link
        href={addressOf("/admin", { ...filters, sort: goesDown ? `-${sortKey}` : sortKey })}
        prefetch={false}
        scroll={false}
        className={`-mx-1 inline-flex min-h-6 items-center gap-1 rounded px-1 hover:text-foreground ${isUp || isDown ? "text-foreground" : ""}`}
      >
        {label}
        <Icon of={isDown ? ArrowDown : ArrowUp} className={`size-3.5 ${isUp || isDown ? "" : "opacity-0"}`} />
      </Link>
    </th>
  );
}
