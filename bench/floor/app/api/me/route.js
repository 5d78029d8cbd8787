import { sql } from "../../../lib/database";
import { sessionOf } from "../../../lib/tokens";

export async function GET(request) {
  const session = await sessionOf(request);
  const [user] = await sql`
    select u.id, u.email, u.username from sessions s join users u on u.id = s.user_id
    where s.id = ${session} and s.expires_at > now()
  `;
  return user ? Response.json(user) : Response.json({}, { status: 401 });
}
