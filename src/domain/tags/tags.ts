import { selectList } from "@/db/columns-list";
import { database } from "@/db/pool";
import { tags } from "@/db/tables";
import { asConflict } from "@/domain/users/conflict";
import { Problem } from "@/lib/errors";
import { type Page, readCursor, toPage } from "@/lib/page";
import type { NewTag, TagChange } from "./schema";

/** What anybody ever gets to see of a tag. */
const tagColumns = { id: tags.id, name: tags.name, color: tags.color };

export type Tag = { id: number; name: string; color: string };

const columns = selectList(tagColumns, "t");

/** A person's tags by name. */
export async function listTags(options: {
  userId: string;
  limit: number;
  cursor?: string;
}): Promise<Page<Tag>> {
  const { userId, limit, cursor } = options;
  const sql = database();
  // Their names are unique in this form, so it is all that a cursor needs.
  const after = cursor === undefined ? "" : readCursor(cursor, /^[^\0\n]{1,200}$/u);
  const rows = await sql<(Tag & { position: string })[]>`
    select ${sql.unsafe(columns)}, lower(t.name) as position from tags t
    where t.user_id = ${userId} and lower(t.name) > ${after}
    order by lower(t.name) limit ${limit + 1}
  `;
  return toPage(rows, limit, (row) => row.position);
}

export async function createTag({ userId, tag }: { userId: string; tag: NewTag }): Promise<Tag> {
  const sql = database();
  const [created] = await sql<Tag[]>`
    insert into tags as t (user_id, name, color) values (${userId}, ${tag.name}, ${tag.color})
    returning ${sql.unsafe(columns)}
  `.catch(throwConflict);
  return created ?? gone();
}

type Change = { userId: string; tagId: number; change: TagChange };

export async function changeTag({ userId, tagId, change }: Change): Promise<Tag> {
  const sql = database();
  const [changed] = await sql<Tag[]>`
    update tags as t set name = coalesce(${change.name ?? null}, name), color = coalesce(${change.color ?? null}, color)
    where t.id = ${tagId} and t.user_id = ${userId}
    returning ${sql.unsafe(columns)}
  `.catch(throwConflict);
  return changed ?? gone();
}

/** The tasks that had it stay, without it. */
export async function deleteTag({ userId, tagId }: { userId: string; tagId: number }) {
  const deleted = await database()`delete from tags where id = ${tagId} and user_id = ${userId} returning id`;
  if (deleted.length === 0) gone();
}

function throwConflict(error: unknown): never {
  throw asConflict(error);
}

function gone(): never {
  throw new Problem("NOT_FOUND");
}
