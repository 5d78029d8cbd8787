import { and, eq, sql } from "drizzle-orm";
import type { SelectResultFields } from "drizzle-orm/query-builders/select.types";
import { db } from "@/db/client";
import { keysetByText } from "@/db/keyset";
import { now } from "@/db/sql";
import { tags } from "@/db/tables";
import { withinQuota } from "@/domain/quota";
import { asConflict } from "@/domain/users/conflict";
import { Problem } from "@/lib/errors";
import { type Page, toPage } from "@/lib/page";
import type { NewTag, TagChange } from "./schema";

/** What anybody ever gets to see of a tag. */
export const tagColumns = { id: tags.id, name: tags.name, color: tags.color };

export type Tag = SelectResultFields<typeof tagColumns>;

// Unique in this form, by the very index that makes it so.
const byName = keysetByText({ key: sql`lower(${tags.name})`, form: "[^\\0\\n]{1,200}", descending: false });

/** A person's tags by name. */
export async function listTags(options: {
  userId: string;
  limit: number;
  cursor?: string;
}): Promise<Page<Tag>> {
  const { userId, limit, cursor } = options;
  const rows = await db
    .select({ ...tagColumns, position: byName.position })
    .from(tags)
    .where(and(eq(tags.userId, userId), cursor === undefined ? undefined : byName.after(cursor)))
    .orderBy(byName.by)
    .limit(limit + 1);
  return toPage(rows, limit, (row) => row.position);
}

export async function createTag({ userId, tag }: { userId: string; tag: NewTag }): Promise<Tag> {
  const [created] = await withinQuota({ userId, to: "tags" }, (executor) =>
    executor
      .insert(tags)
      .values({ userId, ...tag })
      .returning(tagColumns)
      .catch(throwConflict),
  );
  return created ?? gone();
}

type Change = { userId: string; tagId: number; change: TagChange };

export async function changeTag({ userId, tagId, change }: Change): Promise<Tag> {
  const [changed] = await db
    .update(tags)
    // The moment, so that there is something to set where nothing was given.
    .set({ ...change, updatedAt: now })
    .where(isOwn({ userId, tagId }))
    .returning(tagColumns)
    .catch(throwConflict);
  return changed ?? gone();
}

/** The tasks that had it stay, without it. */
export async function deleteTag({ userId, tagId }: { userId: string; tagId: number }) {
  const deleted = await db.delete(tags).where(isOwn({ userId, tagId })).returning({ id: tags.id });
  if (deleted.length === 0) gone();
}

function isOwn({ userId, tagId }: { userId: string; tagId: number }) {
  return and(eq(tags.id, tagId), eq(tags.userId, userId));
}

function throwConflict(error: unknown): never {
  throw asConflict(error);
}

function gone(): never {
  throw new Problem("NOT_FOUND");
}
