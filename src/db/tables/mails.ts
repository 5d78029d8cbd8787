import { sql } from "drizzle-orm";
import { index, jsonb, pgTable, uuid, varchar } from "drizzle-orm/pg-core";
import { moment } from "./columns";
import { users } from "./users";

/** What is to be told by mail. The text is made when it is sent or looked at, so no row holds the token of a link. */
export const mails = pgTable(
  "mails",
  {
    /** Of the mail, of its Message-ID, and of the proof in its link. */
    id: uuid("id").primaryKey().defaultRandom(),
    kind: varchar("kind", { length: 40 }).notNull(),
    userId: uuid("user_id").references(() => users.id, { onDelete: "cascade" }),
    recipient: varchar("recipient", { length: 255 }).notNull(),
    locale: varchar("locale", { length: 10 }).notNull(),
    /** What its sentences name (a device, an address), or its link leads to. Never a secret. */
    detail: jsonb("detail").$type<Record<string, string>>().notNull().default({}),
    sentAt: moment("sent_at"),
    /** Not sent because there is no mail server; shown at /dev/mail. */
    keptAt: moment("kept_at"),
    createdAt: moment("created_at").notNull().defaultNow(),
  },
  (t) => [
    index("ix_mails_user_id").on(t.userId, t.createdAt),
    index("ix_mails_created_at").on(t.createdAt),
    index("ix_mails_kept_at").on(t.keptAt).where(sql`${t.keptAt} is not null`),
  ],
);
