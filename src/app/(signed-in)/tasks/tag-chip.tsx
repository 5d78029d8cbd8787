import Link from "next/link";
import type { Tag } from "./task";

/** A tag's own colour, beside its name: text in a colour that anybody may have chosen couldn't be relied on to be read. */
export function TagDot({ color }: { color: string }) {
  return (
    <span
      aria-hidden="true"
      className="size-2.5 shrink-0 rounded-full ring-1 ring-foreground/20"
      style={{ backgroundColor: color }}
    />
  );
}

/** Leads to all tasks that have the tag. */
export function TagChip({ tag }: { tag: Tag }) {
  return (
    <Link
      href={`/tasks?tag=${tag.id}`}
      prefetch={false}
      className="flex min-h-6 max-w-48 items-center gap-1.5 rounded-full border border-border px-2 text-foreground text-xs transition-colors hover:bg-accent"
    >
      <TagDot color={tag.color} /> <span className="truncate">{tag.name}</span>
    </Link>
  );
}
