import { and, count, desc, eq, gt, isNull, ne, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { sessions } from "@/db/tables";

const previousSignIn = db
  .select({
    created_at: sessions.createdAt,
    device_info: sessions.deviceInfo,
    ip_address: sessions.ipAddress,
  })
  .from(sessions)
  .where(and(eq(sessions.userId, sql.placeholder("userId")), ne(sessions.id, sql.placeholder("currentId"))))
  .orderBy(desc(sessions.createdAt))
  .limit(1)
  .prepare("previous_sign_in");

/** The sign-in before this one, whether its session still lives or not. */
export async function findPreviousSignIn({ userId, currentId }: { userId: string; currentId: string }) {
  const [row] = await previousSignIn.execute({ userId, currentId });
  return row ?? null;
}

const liveSessions = db
  .select({ live: count() })
  .from(sessions)
  .where(
    and(
      eq(sessions.userId, sql.placeholder("userId")),
      isNull(sessions.revokedAt),
      gt(sessions.expiresAt, sql`now()`),
    ),
  )
  .prepare("count_live_sessions");

export async function countLiveSessions(userId: string): Promise<number> {
  const [row] = await liveSessions.execute({ userId });
  return row?.live ?? 0;
}
