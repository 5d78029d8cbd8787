import { and, eq, gt, isNull, ne, sql } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/client";
import { inSeconds } from "@/db/sql";
import { mails, sessions, users } from "@/db/tables";
import type { JobPayload } from "@/domain/jobs/kinds";
import { queueMail } from "@/domain/mails/mails";
import { placeOf } from "@/domain/mails/place";
import { describeDevice } from "@/domain/sessions/device";
import { userColumns } from "@/domain/users/user";
import { lockUser } from "@/domain/users/user-lock";

const HOUR_SECONDS = 3_600;
const KNOWN_DAYS = 30;
/** Of one kind in an hour: whoever makes things happen must not fill somebody's mailbox. */
const MOST_IN_AN_HOUR = { new_device: 1, session_replayed: 1 } as Record<string, number>;
const MOST_OF_OTHERS = 3;

type Told = JobPayload<"alert_owner"> & { jobId: string; traceId: string };

/** Mails somebody what happened to their account, unless they know that place already or have just been told the same. */
export async function alertOwner(told: Told) {
  const { user_id, alert, locale, jobId, traceId } = told;
  await inTransaction(async (tx) => {
    await lockUser(tx, user_id);
    const [user] = await tx
      .select(userColumns)
      .from(users)
      .where(and(eq(users.id, user_id), users.isActive, isNull(users.deletedAt)));
    if (user === undefined) return;
    if (alert === "new_device" && (await isKnownPlace(tx, told))) return;
    if (await wasToldEnough(tx, told)) return;
    const { user_agent: userAgent, address, provider = "" } = told;
    const detail = { ...placeOf({ userAgent, address }), provider };
    await queueMail(tx, { id: jobId, kind: alert, proof: "not_me", user, locale, detail, traceId });
  });
}

/** A first session is no news, nor is one that is like an earlier one: scripts have no device cookie. */
async function isKnownPlace(tx: Transaction, { user_id, session_id, user_agent, address }: Told) {
  const earlier = await tx
    .select({
      alike: sql<boolean>`${sessions.deviceInfo} is not distinct from ${describeDevice(user_agent ?? null)}
        and ${sessions.ipAddress} is not distinct from ${address ?? null}`,
    })
    .from(sessions)
    .where(
      and(
        eq(sessions.userId, user_id),
        session_id === undefined ? undefined : ne(sessions.id, session_id),
        gt(sessions.createdAt, inSeconds(-KNOWN_DAYS * 24 * HOUR_SECONDS)),
      ),
    );
  return earlier.length === 0 || earlier.some(({ alike }) => alike);
}

async function wasToldEnough(tx: Transaction, { user_id, alert, jobId }: Told) {
  const told = await tx
    .select({ id: mails.id })
    .from(mails)
    .where(
      and(
        eq(mails.userId, user_id),
        eq(mails.kind, alert),
        ne(mails.id, jobId),
        gt(mails.createdAt, inSeconds(-HOUR_SECONDS)),
      ),
    );
  return told.length >= (MOST_IN_AN_HOUR[alert] ?? MOST_OF_OTHERS);
}
