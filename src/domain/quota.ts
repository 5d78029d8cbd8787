import { count, eq } from "drizzle-orm";
import { db, inTransaction } from "@/db/client";
import { tags, tasks } from "@/db/tables";
import { Problem } from "@/lib/errors";
import { type Settings, settings } from "@/lib/settings";
import { lockUser } from "./users/user-lock";

// How much one person may have, so that what they search and list stays cheap for everybody.

// Those who write at the same moment don't see each other's row: up to here anybody may, and from here on one at a time. So
// many are never at it at once.
const MARGIN = 100;

const LIMIT_OF = { tasks: "TASKS_PER_USER", tags: "TAGS_PER_USER" } as const satisfies Record<
  string,
  keyof Settings
>;
const TABLES = { tasks, tags };

type Executor = Pick<typeof db, "select" | "insert" | "with">;

type Adding = { userId: string; to: keyof typeof LIMIT_OF };

/** Has something written that adds to what a person has, unless they have as many as they may. */
export async function withinQuota<T>(
  { userId, to }: Adding,
  write: (executor: Executor) => Promise<T>,
): Promise<T> {
  const limit = settings()[LIMIT_OF[to]];
  if (limit === 0) return write(db);
  if ((await countOwn(db, { userId, to })) < limit - MARGIN) return write(db);
  return inTransaction(async (tx) => {
    await lockUser(tx, userId);
    if ((await countOwn(tx, { userId, to })) >= limit)
      throw new Problem("QUOTA_EXCEEDED", { params: { limit } });
    return write(tx);
  });
}

async function countOwn(executor: Executor, { userId, to }: Adding): Promise<number> {
  const table = TABLES[to];
  const [row] = await executor.select({ own: count() }).from(table).where(eq(table.userId, userId));
  return row?.own ?? 0;
}
