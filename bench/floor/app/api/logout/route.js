import { sql } from "../../../lib/database";
import { digestOf } from "../../../lib/tokens";

export async function POST(request) {
  const { refresh_token } = await request.json();
  await sql`delete from sessions where refresh_hash = ${digestOf(refresh_token)}`;
  return new Response(null, { status: 204 });
}
