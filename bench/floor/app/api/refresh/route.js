import { sql } from "../../../lib/database";
import { digestOf, newRefreshToken, signAccess } from "../../../lib/tokens";

export async function POST(request) {
  const { refresh_token: old } = await request.json();
  const refresh_token = newRefreshToken();
  const [session] = await sql`
    update sessions set refresh_hash = ${digestOf(refresh_token)} where refresh_hash = ${digestOf(old)} and expires_at > now()
    returning id, user_id
  `;
  if (!session) return Response.json({}, { status: 401 });
  return Response.json({ access_token: await signAccess(session.user_id, session.id), refresh_token });
}
