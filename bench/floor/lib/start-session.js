import { sql } from "./database";
import { digestOf, newRefreshToken, signAccess } from "./tokens";

export async function startSession(userId) {
  const refresh_token = newRefreshToken();
  const [session] = await sql`
    insert into sessions (user_id, refresh_hash, expires_at) values (${userId}, ${digestOf(refresh_token)}, now() + interval '1 day')
    returning id
  `;
  return { access_token: await signAccess(userId, session.id), refresh_token };
}
