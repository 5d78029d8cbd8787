import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/tables";

/** What is set where every device is to be unknown to an account. */
export const devicesForgotten = { deviceGeneration: sql`${users.deviceGeneration} + 1` };

/** The part of a `with` that makes every device unknown to somebody's account, so that only the password opens it. */
export function forgetDevices(userId: string) {
  return db
    .$with("forgotten")
    .as(
      db
        .update(users)
        .set(devicesForgotten)
        .where(eq(users.id, userId))
        .returning({ deviceGeneration: users.deviceGeneration }),
    );
}
