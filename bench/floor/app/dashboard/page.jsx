import { readFileSync } from "node:fs";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { sql } from "../../lib/database";
import { sessionOf } from "../../lib/tokens";

const html = process.env.DASHBOARD_HTML ? readFileSync(process.env.DASHBOARD_HTML, "utf8") : "";

// The product's dashboard as one constant, behind one token and one read.
export default async function Dashboard() {
  const session = await sessionOf({ headers: await headers() });
  const [user] = await sql`
    select u.id, u.email, u.username from sessions s join users u on u.id = s.user_id
    where s.id = ${session} and s.expires_at > now()
  `;
  if (!user) notFound();
  // biome-ignore lint/security/noDangerouslySetInnerHtml: it is the product's own answer, as text, which is the point
  return <div dangerouslySetInnerHTML={{ __html: html }} />;
}
