import { and, desc, eq, lt, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { sessions } from "@/db/tables";

const current = alias(sessions, "current_session");

const previousSignIn = db
  .select({
    created_at: sessions.createdAt,
    device_info: sessions.deviceInfo,
    ip_address: sessions.ipAddress,
  })
  .from(current)
  .innerJoin(sessions, and(eq(sessions.userId, current.userId), lt(sessions.createdAt, current.createdAt)))
  .where(and(eq(current.userId, sql.placeholder("userId")), eq(current.id, sql.placeholder("currentId"))))
  .orderBy(desc(sessions.createdAt))
  .limit(1)
  .prepare("previous_sign_in");

/** The sign-in before this one, whether its session still lives or not. */
export async function findPreviousSignIn({ userId, currentId }: { userId: string; currentId: string }) {
  const [row] = await previousSignIn.execute({ userId, currentId });
  return row ?? null;
}
