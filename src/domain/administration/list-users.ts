import { and, eq, isNotNull, isNull, max, or, type SQL, sql } from "drizzle-orm";
import type { SelectResultFields } from "drizzle-orm/query-builders/select.types";
import type { z } from "zod";
import { db } from "@/db/client";
import { type Keyset, keysetBy, keysetByText, UUID_FORM } from "@/db/keyset";
import { sessions, users } from "@/db/tables";
import { canonicalIdentifier } from "@/domain/users/schema";
import { userColumns } from "@/domain/users/user";
import { Problem } from "@/lib/errors";
import { type Page, toPage } from "@/lib/page";
import { isCleanText } from "@/lib/text";
import type { USER_SORTS, userFilterSchema } from "./inputs";

const lastSeen = db
  .select({ at: max(sessions.lastUsedAt) })
  .from(sessions)
  .where(eq(sessions.userId, users.id));

/** A user as an administrator sees them. */
const knownUserColumns = {
  ...userColumns,
  last_seen_at: sql<Date | null>`(${lastSeen})`.as("last_seen_at"),
  deleted_at: users.deletedAt,
};

export type KnownUser = SelectResultFields<typeof knownUserColumns>;

export type UserFilter = z.output<typeof userFilterSchema>;

/** The people of this installation; those whose account was deleted only where they are asked for, and they alone. */
export async function listUsers(options: {
  filter: UserFilter;
  limit: number;
  cursor?: string;
}): Promise<Page<KnownUser>> {
  const { filter, limit, cursor } = options;
  const { q, role, is_active, is_deleted } = filter;
  const order = orderOf(filter.sort);
  const rows = await db
    .select({ ...knownUserColumns, position: order.position })
    .from(users)
    .where(
      and(
        is_deleted ? isNotNull(users.deletedAt) : isNull(users.deletedAt),
        cursor === undefined ? undefined : order.after(cursor),
        q ? matches(q) : undefined,
        role === undefined ? undefined : eq(users.role, role),
        is_active === undefined ? undefined : eq(users.isActive, is_active),
      ),
    )
    .orderBy(order.by)
    .limit(limit + 1);
  return toPage(rows, limit, (row) => row.position);
}

export async function getKnownUser(userId: string): Promise<KnownUser> {
  const [user] = await db
    .select(knownUserColumns)
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.deletedAt)));
  if (user === undefined) throw new Problem("NOT_FOUND");
  return user;
}

/** Whoever is meant by an id, a username or an email, deleted accounts included: their trail is still there. */
export async function findUserId(typed: string): Promise<string | null> {
  if (!isCleanText(typed)) return null;
  const name = canonicalIdentifier(typed);
  const isMeant = isUuid(name)
    ? eq(users.id, name)
    : or(eq(sql`lower(${users.email})`, name), eq(sql`lower(${users.username})`, name));
  const [row] = await db.select({ id: users.id }).from(users).where(isMeant);
  return row?.id ?? null;
}

function isUuid(text: string) {
  return new RegExp(`^${UUID_FORM}$`, "i").test(text);
}

/**
 * Anywhere in the names, whatever the case. No index helps with the middle of a word, so a search that finds little
 * reads the whole table: docs/administration.md says what that takes.
 */
function matches(q: string): SQL | undefined {
  const pattern = `%${q.replaceAll(/[\\%_]/g, "\\$&")}%`;
  const named = [users.email, users.username, users.fullName].map(
    (column) => sql`lower(${column}) like lower(${pattern})`,
  );
  return or(...named, isUuid(q) ? eq(users.id, q) : undefined);
}

function orderOf(sort: (typeof USER_SORTS)[number]): Keyset {
  const descending = sort.startsWith("-");
  if (sort.endsWith("created_at")) {
    return keysetBy({
      name: sort,
      key: users.createdAt,
      kind: "moment",
      id: users.id,
      idType: "uuid",
      descending,
    });
  }
  // Unique, by the very index that makes it so.
  const column = sort.endsWith("email") ? users.email : users.username;
  return keysetByText({ name: sort, key: sql`lower(${column})`, form: "[^\\s\\0]{1,255}", descending });
}
