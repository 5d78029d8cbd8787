import { count, eq, exists, isNull, sql } from "drizzle-orm";
import type { z } from "zod";
import { db } from "@/db/client";
import { invitations, systemConfig, users } from "@/db/tables";
import { listProviders } from "@/domain/identities/providers";
import { sendsMail } from "@/lib/can-mail";
import type { nextStepsAnswer } from "./answers";
import type { NextStepsChange } from "./inputs";

export type NextSteps = z.output<typeof nextStepsAnswer>;

const KEY = "next_steps";

type Said = Partial<Pick<NextSteps, "backup" | "dismissed">>;

const two = db.select({ id: users.id }).from(users).where(isNull(users.deletedAt)).limit(2).as("two");

const findSteps = db
  .select({
    said: sql<Said | null>`(select ${systemConfig.value} from ${systemConfig} where ${eq(systemConfig.key, KEY)})`,
    // Whoever accepts one takes it away, and is here instead.
    invitations: sql<boolean>`(
      ${exists(db.select({ one: sql`1` }).from(invitations))}
      or (${db.select({ people: count() }).from(two)}) > 1
    )`,
  })
  .from(sql`(select) as nothing`)
  .prepare("find_next_steps");

/** What a fresh installation may still lack. Backups are made out of its sight: of them it knows what it is told. */
export async function findNextSteps(): Promise<NextSteps> {
  const [row] = await findSteps.execute();
  return {
    mail: sendsMail(),
    providers: listProviders().length > 0,
    invitations: row?.invitations ?? false,
    backup: row?.said?.backup ?? false,
    dismissed: row?.said?.dismissed ?? false,
  };
}

export async function changeNextSteps(change: NextStepsChange): Promise<NextSteps> {
  await db
    .insert(systemConfig)
    .values({ key: KEY, value: change })
    .onConflictDoUpdate({
      target: systemConfig.key,
      set: { value: sql`${systemConfig.value} || excluded.value` },
    });
  return findNextSteps();
}
