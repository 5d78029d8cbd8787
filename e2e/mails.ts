import { expect } from "@playwright/test";
import { and, desc, eq, isNotNull } from "drizzle-orm";
import { db } from "../src/db/client";
import { mails } from "../src/db/tables";
import { deriveProofToken } from "../src/domain/proofs/proof-token";
import { isProofGood } from "../src/domain/proofs/proofs";

/** The token in the link of a mail of a kind to somebody, once so many are made: of the one that hasn't been replaced. */
export async function tokenMailed(recipient: string, kind: string, { of = 1 } = {}): Promise<string> {
  let id = "";
  await expect(async () => {
    const made = await db
      .select({ id: mails.id })
      .from(mails)
      .where(and(eq(mails.recipient, recipient), eq(mails.kind, kind), isNotNull(mails.keptAt)))
      .orderBy(desc(mails.createdAt));
    expect(made.length, `mails ${kind} to ${recipient}`).toBeGreaterThanOrEqual(of);
    const good = await Promise.all(made.map((mail) => isProofGood(mail.id)));
    id = made[good.indexOf(true)]?.id ?? "";
    expect(id, `a mail ${kind} to ${recipient} whose link is good`).not.toBe("");
  }).toPass({ timeout: 30_000 });
  return deriveProofToken(id);
}
