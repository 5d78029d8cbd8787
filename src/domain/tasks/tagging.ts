import { and, eq, type SQL, sql } from "drizzle-orm";
import type { WithSubqueryWithSelection } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { arrayOf } from "@/db/sql";
import { tags, taskTagLink } from "@/db/tables";
import { Problem } from "@/lib/errors";
import type { task } from "./task";

/** Of tags: those of one's own among these. */
export function isOwnTag({ userId, tagIds }: { userId: string; tagIds: number[] }) {
  return and(eq(tags.userId, userId), sql`${tags.id} = any(${arrayOf(tagIds, "int")})`);
}

/** Somebody else's tag is one that isn't there. */
export async function requireOwnTags({ userId, tagIds }: { userId: string; tagIds: number[] | undefined }) {
  if (tagIds === undefined || tagIds.length === 0) return;
  const rows = await db.select({ id: tags.id }).from(tags).where(isOwnTag({ userId, tagIds }));
  if (rows.length < tagIds.length) {
    throw new Problem("VALIDATION_ERROR", { problems: [{ field: "tag_ids", code: "VALIDATION_ERROR" }] });
  }
}

/** The part of a `with` that wrote a task. */
export type Written = WithSubqueryWithSelection<{ id: typeof task.id }, string>;

/**
 * The parts of a `with` that tie the one task that was written to tags. They are locked for that long: one that is deleted
 * at the same moment is left out, and breaks nothing.
 */
export function linkTags({ name, written, tagged }: { name: string; written: Written; tagged?: SQL }) {
  const locked = db
    .$with(`${name}_tags`)
    .as(db.select({ id: tags.id }).from(tags).where(tagged).for("key share"));
  const pairs = db.select({ taskId: written.id, tagId: locked.id }).from(written).crossJoin(locked);
  const linked = db
    .$with(name)
    .as(db.insert(taskTagLink).select(pairs).onConflictDoNothing().returning({ id: taskTagLink.tagId }));
  return [locked, linked];
}
