import { sql } from "../../../lib/database";
import { verify } from "../../../lib/hashing";
import { startSession } from "../../../lib/start-session";

export async function POST(request) {
  const { email, password } = await request.json();
  const [user] = await sql`select id, password_hash from users where email = ${email}`;
  const { matches } = await verify(password, user?.password_hash ?? null);
  if (!matches) return Response.json({}, { status: 401 });
  return Response.json(await startSession(user.id));
}
