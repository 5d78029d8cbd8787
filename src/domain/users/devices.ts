import { inArray, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/tables";

/** What is set where every device is to be unknown to an account. */
export const devicesForgotten = { deviceGeneration: sql`${users.deviceGeneration} + 1` };

/** The part of a `with` that makes every device unknown to these accounts, so that only the password opens them. */
export function forgetDevices(...userIds: string[]) {
  return db
    .$with("forgotten")
    .as(
      db
        .update(users)
        .set(devicesForgotten)
        .where(inArray(users.id, userIds))
        .returning({ deviceGeneration: users.deviceGeneration }),
    );
}
