import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/tables";

/** The part of a `with` that makes every device unknown to somebody's account, so that only the password opens it. */
export function forgetDevices(userId: string) {
  return db.$with("forgotten").as(
    db
      .update(users)
      .set({ deviceGeneration: sql`${users.deviceGeneration} + 1` })
      .where(eq(users.id, userId))
      .returning({ deviceGeneration: users.deviceGeneration }),
  );
}
