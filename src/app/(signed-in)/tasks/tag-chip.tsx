import { Link } from "@/components/link";
import type { Tag } from "./task";

/** The tag's color as a dot beside its name: text in an arbitrary color might not be readable. */
export function TagDot({ color }: { color: string }) {
  return (
    <span
      aria-hidden="true"
      className="size-2.5 shrink-0 rounded-full ring-1 ring-foreground/20 forced-color-adjust-none"
      style={{ backgroundColor: color }}
    />
  );
}

/** Links to all tasks with the tag. */
export function TagChip({ tag }: { tag: Tag }) {
  return (
    <Link
      href={`/tasks?tag=${tag.id}`}
      className="flex min-h-6 min-w-0 max-w-48 items-center gap-1.5 rounded-full border border-border px-2 text-foreground text-xs transition-colors hover:bg-accent"
    >
      <TagDot color={tag.color} />{" "}
      <span dir="auto" className="truncate">
        {tag.name}
      </span>
    </Link>
  );
}
