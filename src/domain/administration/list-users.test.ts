import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { inTransaction } from "@/db/client";
import { createUser } from "@/testing/factories";
import type { UserSort } from "./inputs";
import { listUsers, pageQuery } from "./list-users";

it.each([
  ["name", "ix_users_name"],
  ["role", "ix_users_role"],
  ["username", "ix_users_username"],
  ["email", "ix_users_email"],
  ["created_at", "ix_users_created_at"],
] as const)("a page of people by %s is read off %s, both ways, from the first on", async (key, index) => {
  for (let n = 0; n < 3; n++) await createUser({ fullName: `Ada ${n}` });
  for (const sort of [key, `-${key}`] satisfies UserSort[]) {
    const { next_cursor } = await listUsers({ filter: { sort }, limit: 1 });
    for (const cursor of [undefined, next_cursor ?? undefined, `~${next_cursor}`])
      expect(await planOf({ filter: { sort }, limit: 20, cursor }), sort).toMatch(
        new RegExp(`^(?!.*\\bSort\\b).*\\b${index}\\b`, "s"),
      );
  }
});

/** What Postgres would do in a large table: in one of a few rows it reads them all. */
function planOf(listing: Parameters<typeof pageQuery>[0]): Promise<string> {
  return inTransaction(async (tx) => {
    await tx.execute(sql`set local enable_seqscan = off`);
    await tx.execute(sql`set local enable_sort = off`);
    return JSON.stringify([...(await tx.execute(sql`explain ${pageQuery(listing)}`))]);
  });
}
