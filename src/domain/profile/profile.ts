import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import { db } from "@/db/client";
import { users } from "@/db/tables";
import { recordEvents } from "@/domain/audit/audit";
import type { ClientInfo } from "@/domain/client-info";
import type { SessionOwner } from "@/domain/sessions/sessions";
import { asConflict } from "@/domain/users/conflict";
import { type User, userColumns } from "@/domain/users/user";
import { Problem } from "@/lib/errors";
import type { profileSchema } from "./inputs";

export type Profile = z.output<typeof profileSchema>;

/** Changes what a person says of themselves. The event names the fields, not what stands in them. */
export async function changeProfile(options: {
  owner: SessionOwner;
  profile: Profile;
  clientInfo: ClientInfo;
}): Promise<User> {
  const { owner, profile, clientInfo } = options;
  const { user, sessionId } = owner;
  // What is so already is no change, and leaves no event.
  const fields = Object.entries(profile).flatMap(([field, value]) =>
    value === undefined || value === user[field as keyof Profile] ? [] : [field],
  );
  if (fields.length === 0) return user;
  const u = db.$with("u").as(
    db
      .update(users)
      .set({
        fullName: profile.full_name,
        username: profile.username,
        locale: profile.locale,
        timeZone: profile.time_zone,
      })
      .where(and(eq(users.id, user.id), isNull(users.deletedAt)))
      .returning(userColumns),
  );
  const recorded = recordEvents(clientInfo, {
    action: "profile.changed",
    actor: u.id,
    subject: u.id,
    session: sessionId,
    detail: { fields },
    from: u,
  });
  const [changed] = await db
    .with(u, recorded)
    .select()
    .from(u)
    .catch((error) => {
      throw asConflict(error);
    });
  // Deleted since we asked who is asking.
  if (changed === undefined) throw new Problem("SESSION_REVOKED");
  return changed;
}
