import { and, eq, gt } from "drizzle-orm";
import { db } from "@/db/client";
import { now, type Value } from "@/db/sql";
import { emailChanges } from "@/db/tables";

/** Who may have an email back that they changed a short while ago, for as long as nobody else may have it. */
export function holdersOf(email: Value) {
  return db
    .select({ id: emailChanges.userId })
    .from(emailChanges)
    .where(and(eq(emailChanges.email, email as string), gt(emailChanges.reservedUntil, now)))
    .limit(1);
}
