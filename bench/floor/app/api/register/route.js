import { sql } from "../../../lib/database";
import { hash } from "../../../lib/hashing";
import { startSession } from "../../../lib/start-session";

export async function POST(request) {
  const { email, username, password } = await request.json();
  const password_hash = await hash(password);
  const [user] = await sql`
    insert into users (email, username, password_hash) values (${email}, ${username}, ${password_hash})
    on conflict do nothing returning id
  `;
  if (!user) return Response.json({}, { status: 409 });
  return Response.json(await startSession(user.id), { status: 201 });
}
