import type { Sql } from "postgres";
import type { Fragment } from "@/db/pool";
import { database } from "@/db/pool";
import { Problem } from "@/lib/errors";

/** Somebody else's tag is one that isn't there. */
export async function requireOwnTags({ userId, tagIds }: { userId: string; tagIds: number[] | undefined }) {
  if (tagIds === undefined || tagIds.length === 0) return;
  const rows = await database()`select id from tags where user_id = ${userId} and id = any(${tagIds}::int[])`;
  if (rows.length < tagIds.length) {
    throw new Problem("VALIDATION_ERROR", { problems: [{ field: "tag_ids", code: "VALIDATION_ERROR" }] });
  }
}

/**
 * The part of a `with` that ties the one task of `task` to tags. They are locked for that long: one that is deleted at
 * the same moment is left out, and breaks nothing.
 */
export function linkTags(sql: Sql, { name, task, tags }: { name: string; task: Fragment; tags: Fragment }) {
  return sql`${sql(`${name}_tags`)} as (
    select tag.id from tags tag where ${tags} for key share
  ), ${sql(name)} as (
    insert into task_tag_link (task_id, tag_id)
    select task.id, tag.id from (${task}) task, ${sql(`${name}_tags`)} tag
    on conflict do nothing
  )`;
}
