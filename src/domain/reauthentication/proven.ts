import { and, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import { now } from "@/db/sql";
import { sessions } from "@/db/tables";
import { recordEvents } from "@/domain/audit/audit";
import type { ClientInfo } from "@/domain/client-info";
import { isLive, isSession } from "@/domain/sessions/end-sessions";

type Proven = {
  sessionId: string;
  /** When it was proven, where that isn't now. */
  at?: SQL | Date;
  /** What else has to hold, or nothing is proven. */
  where?: SQL;
  detail?: Record<string, string>;
  clientInfo: ClientInfo;
};

/** The parts of a `with` that make a live session fresh, and write down by what. */
export function provingSession({ sessionId, at = now, where, detail, clientInfo }: Proven) {
  const proven = db.$with("proven").as(
    db
      .update(sessions)
      .set({ authenticatedAt: at })
      .where(and(isSession(sessionId), isLive, where))
      .returning({ id: sessions.id, userId: sessions.userId }),
  );
  const recorded = recordEvents(clientInfo, {
    action: "reauthentication.completed",
    actor: proven.userId,
    subject: proven.userId,
    session: proven.id,
    detail,
    from: proven,
  });
  return { proven, recorded };
}
