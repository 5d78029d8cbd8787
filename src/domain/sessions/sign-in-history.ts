import { and, desc, eq, ne, sql } from "drizzle-orm";
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
