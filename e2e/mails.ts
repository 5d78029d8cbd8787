import { expect } from "@playwright/test";
import { and, desc, eq, isNotNull } from "drizzle-orm";
import { db } from "../src/db/client";
import { mails } from "../src/db/tables";
import { deriveProofToken } from "../src/domain/proofs/proof-token";

/** The token in the link of the newest mail of a kind to somebody, once it is made. */
export async function tokenMailed(recipient: string, kind: string): Promise<string> {
  let id = "";
  await expect(async () => {
    const [mail] = await db
      .select({ id: mails.id })
      .from(mails)
      .where(and(eq(mails.recipient, recipient), eq(mails.kind, kind), isNotNull(mails.keptAt)))
      .orderBy(desc(mails.createdAt))
      .limit(1);
    id = mail?.id ?? "";
    expect(id, `a mail ${kind} to ${recipient}`).not.toBe("");
  }).toPass({ timeout: 30_000 });
  return deriveProofToken(id);
}
