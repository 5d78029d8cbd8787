import { and, count, eq, inArray, isNotNull, isNull, max, or, type SQL, sql } from "drizzle-orm";
import type { SelectResultFields } from "drizzle-orm/query-builders/select.types";
import type { z } from "zod";
import { db } from "@/db/client";
import { type Keyset, keysetBy, keysetByText, keysetByTextAndId, UUID_FORM } from "@/db/keyset";
import { sessions, users } from "@/db/tables";
import { canonicalIdentifier } from "@/domain/users/schema";
import { userColumns } from "@/domain/users/user";
import { Problem } from "@/lib/errors";
import { type PageBothWays, toPageBothWays, wayOf } from "@/lib/page";
import { isCleanText } from "@/lib/text";
import type { UserSort, UserSortKey, userFilterSchema } from "./inputs";

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

type Listing = { filter: UserFilter; limit: number; cursor?: string };

export type UserPage = PageBothWays<KnownUser> & { total: number };

const BATCH = 1_000;

/** The people of this installation; those whose account was deleted only where they are asked for, and they alone. */
export async function listUsers(listing: Listing): Promise<UserPage> {
  const [page, [counted]] = await Promise.all([
    findPage(listing),
    db.select({ total: count() }).from(users).where(filterBy(listing.filter)),
  ]);
  return { ...page, total: counted?.total ?? 0 };
}

/** All of them, some at a time: no connection is held while whoever reads takes their time. */
export async function* batchUsers(filter: UserFilter): AsyncGenerator<KnownUser[]> {
  let cursor: string | undefined;
  while (true) {
    const page: PageBothWays<KnownUser> = await findPage({ filter, limit: BATCH, cursor });
    if (page.items.length > 0) yield page.items;
    if (page.next_cursor === null) return;
    cursor = page.next_cursor;
  }
}

async function findPage(listing: Listing) {
  const { limit, cursor } = listing;
  return toPageBothWays(await pageQuery(listing), {
    limit,
    way: wayOf(cursor),
    cursorOf: (row) => row.position,
  });
}

export function pageQuery({ filter, limit, cursor }: Listing) {
  const way = wayOf(cursor);
  const order = orderOf(filter.sort, way.back);
  const query = db
    .select({ ...knownUserColumns, position: order.position })
    .from(users)
    .where(and(filterBy(filter), way.from === undefined ? undefined : order.after(way.from)))
    .orderBy(order.by)
    .limit(limit + 1)
    .$dynamic();
  return filter.sort.endsWith("last_seen_at")
    ? query.leftJoin(everybodySeen, eq(everybodySeen.userId, users.id))
    : query;
}

function filterBy({ q, role, is_active, is_deleted, is_verified, ids }: UserFilter): SQL | undefined {
  return and(
    is_deleted ? isNotNull(users.deletedAt) : isNull(users.deletedAt),
    q ? matches(q) : undefined,
    role === undefined ? undefined : eq(users.role, role),
    is_active === undefined ? undefined : eq(users.isActive, is_active),
    is_verified === undefined
      ? undefined
      : is_verified
        ? isNotNull(users.emailVerifiedAt)
        : isNull(users.emailVerifiedAt),
    ids === undefined ? undefined : inArray(users.id, ids),
  );
}

export function getKnownUser(userId: string): Promise<KnownUser> {
  return getUserWhere(and(eq(users.id, userId), isNull(users.deletedAt)));
}

/** The same, and whose account was deleted, too, as long as it isn't purged. */
export function getAnyUser(userId: string): Promise<KnownUser> {
  return getUserWhere(eq(users.id, userId));
}

async function getUserWhere(where: SQL | undefined): Promise<KnownUser> {
  const [user] = await db.select(knownUserColumns).from(users).where(where);
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

// As much of a name as a cursor has room for; ix_users_name and ix_users_role hold the same.
const nameKey = sql`left(lower(coalesce(${users.fullName}, ${users.username})), 64)`;
const NAME_FORM = "[^\\0]{1,64}";

// Unique, by the very index that makes it so.
const UNIQUE_FORM = "[^\\s\\0]{1,255}";

// All at once, where they are compared: one by one it takes twice as long.
const everybodySeen = db
  .select({ userId: sessions.userId, at: max(sessions.lastUsedAt).as("at") })
  .from(sessions)
  .groupBy(sessions.userId)
  .as("everybody_seen");

/** Who was never seen comes before everybody who was. */
const seenKey = sql`coalesce(${everybodySeen.at}, 'epoch')`;

function orderOf(sort: UserSort, back: boolean): Keyset {
  const way = { name: sort, descending: sort.startsWith("-") !== back };
  const { id } = users;
  const orders: Record<UserSortKey, () => Keyset> = {
    name: () => keysetByTextAndId({ ...way, id, key: nameKey, form: NAME_FORM }),
    role: () =>
      keysetByTextAndId({
        ...way,
        id,
        key: sql`${users.role} || ' ' || ${nameKey}`,
        form: `\\w+ ${NAME_FORM}`,
      }),
    username: () => keysetByText({ ...way, key: sql`lower(${users.username})`, form: UNIQUE_FORM }),
    email: () => keysetByText({ ...way, key: sql`lower(${users.email})`, form: UNIQUE_FORM }),
    created_at: () => keysetBy({ ...way, key: users.createdAt, kind: "moment", id, idType: "uuid" }),
    last_seen_at: () => keysetBy({ ...way, key: seenKey, kind: "moment", id, idType: "uuid" }),
  };
  return orders[sort.replace("-", "") as UserSortKey]();
}
