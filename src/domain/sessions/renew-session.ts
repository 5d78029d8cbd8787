import type { Sql } from "postgres";
import { database } from "@/db/client";
import { recordEvents } from "@/domain/audit/audit";
import type { ClientInfo } from "@/domain/client-info";
import type { User } from "@/domain/users/user";
import { Problem } from "@/lib/errors";
import { settings } from "@/lib/settings";
import {
  deriveRefreshToken,
  hashRefreshToken,
  type RefreshTokenParts,
  readRefreshToken,
} from "./refresh-token";
import { type SessionTokens, tokensOf } from "./started-session";

type SessionState = Pick<User, "email" | "role" | "provider_id"> & {
  id: string;
  user_id: string;
  generation: number;
  expires_at: Date;
  persistent: boolean;
};

type Renewal = {
  token: string;
  clientInfo: ClientInfo;
  /**
   * Leaves a session that was rotated within the grace time as it is, and answers with what it has. For pages: a tab that
   * comes late brings what another one has just got, and a second rotation would make a replay of the token that a third
   * one has on its way.
   */
  unlessFresh?: boolean;
};

type Rotation = RefreshTokenParts & Required<Omit<Renewal, "token">>;

/** Renews a session by its refresh token. However many ask with the same token at once, it rotates once. */
export async function renewSession({
  token,
  clientInfo,
  unlessFresh = false,
}: Renewal): Promise<SessionTokens> {
  const parts = await readRefreshToken(token);
  if (parts === null) throw new Problem("INVALID_REFRESH_TOKEN");
  const session = await rotateOrRepeat({ ...parts, clientInfo, unlessFresh });
  return tokensOf(session, { ...session, id: session.user_id });
}

async function rotateOrRepeat(asked: Rotation): Promise<SessionState> {
  const session = (await rotate(asked)) ?? (await repeatAnswer(asked));
  // Null: the grace time ran out between the two statements, so the session is not fresh any more.
  return session ?? rotateOrRepeat({ ...asked, unlessFresh: false });
}

/** The one that rotates: guarded by the generation, so of any number at once only one finds its row. */
async function rotate({ sessionId, generation, clientInfo, unlessFresh }: Rotation) {
  const sql = database();
  const successor = generation + 1;
  const hash = hashRefreshToken(await deriveRefreshToken(sessionId, successor));
  // `<=`: after a restore from a backup the row may lag behind what was handed out.
  const [row] = await sql<SessionState[]>`
    update sessions s
    set generation = ${successor}, refresh_token_hash = ${hash}, rotated_at = now(), last_used_at = now(),
      ip_address = coalesce(${clientInfo.address}, s.ip_address)
    from users u
    where s.id = ${sessionId} and s.generation <= ${generation} and s.revoked_at is null and s.expires_at > now()
      and u.id = s.user_id and u.is_active and u.deleted_at is null
      and not (${unlessFresh} and s.generation = ${generation} and coalesce(${isFresh(sql)}, false))
    returning s.id, s.user_id, s.generation, s.expires_at, s.persistent, u.email, u.role, u.provider_id
  `;
  return row;
}

function isFresh(sql: Sql) {
  return sql`s.rotated_at > now() - make_interval(secs => ${settings().REFRESH_GRACE_SECONDS})`;
}

type Status = SessionState & { ended: boolean; expired: boolean; fresh: boolean | null };

/** For a token that rotated nothing: the same answer again within the grace time, else what is wrong with it. */
async function repeatAnswer({ sessionId, generation, clientInfo }: Rotation): Promise<SessionState | null> {
  const sql = database();
  const [row] = await sql<Status[]>`
    select s.id, s.user_id, s.generation, s.expires_at, s.persistent, u.email, u.role, u.provider_id,
      s.revoked_at is not null or not u.is_active or u.deleted_at is not null as ended,
      s.expires_at <= now() as expired, ${isFresh(sql)} as fresh
    from sessions s join users u on u.id = s.user_id
    where s.id = ${sessionId}
  `;
  if (row === undefined) throw new Problem("INVALID_REFRESH_TOKEN");
  if (row.ended) throw new Problem("SESSION_REVOKED");
  if (row.expired) throw new Problem("REFRESH_TOKEN_EXPIRED");
  if (row.fresh && row.generation <= generation + 1) return row;
  if (row.generation <= generation) return null;
  await endReplayed(sessionId, clientInfo);
  throw new Problem("REFRESH_TOKEN_REUSED");
}

/** A token long replaced came back: either thief or owner holds the other one, so neither keeps the session. */
async function endReplayed(sessionId: string, clientInfo: ClientInfo) {
  const sql = database();
  await sql`
    with replayed as (
      update sessions set revoked_at = now(), revoked_reason = 'refresh token replayed'
      where id = ${sessionId} and revoked_at is null
      returning id, user_id
    ), ${recordEvents(sql, clientInfo, sql`select 'session.replayed', null::uuid, user_id, id, null from replayed`)}
    select id from replayed
  `;
}
