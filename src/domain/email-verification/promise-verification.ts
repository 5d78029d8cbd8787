import { type SQLWrapper, sql } from "drizzle-orm";
import type { Value } from "@/db/sql";
import { enqueuing } from "@/domain/jobs/enqueue";
import type { User } from "@/domain/users/user";
import { canMail } from "@/lib/can-mail";
import { settings } from "@/lib/settings";

/** Whether people are asked to verify their email: only where the mail that does it gets anywhere. */
export function asksForVerification(): boolean {
  return settings().EMAIL_VERIFICATION !== "off" && canMail();
}

/** Whether somebody has to show first that their email is theirs, and may do nothing else until then. */
export function mustVerify({ email_verified_at: verifiedAt }: Pick<User, "email_verified_at">): boolean {
  return verifiedAt === null && settings().EMAIL_VERIFICATION === "required";
}

/** The part of a `with` that has whoever is made in it welcomed and asked. */
export function promiseVerification(
  user: { id: SQLWrapper; email_verified_at: SQLWrapper } & SQLWrapper,
  { locale = null, traceId }: { locale?: Value; traceId: Value },
) {
  return enqueuing({
    kind: "verify_email",
    payload: sql`jsonb_strip_nulls(jsonb_build_object('user_id', ${user.id}, 'is_new', true, 'locale', ${locale}::text))`,
    traceId,
    from: user,
    where: sql`${user.email_verified_at} is null`,
  });
}
