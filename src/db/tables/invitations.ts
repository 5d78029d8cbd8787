import { sql } from "drizzle-orm";
import { boolean, check, index, pgTable, uniqueIndex, uuid, varchar } from "drizzle-orm/pg-core";
import { moment, timestamps } from "./columns";
import { users } from "./users";

/** Who may register although registration is closed, and as what. Accepting it deletes the row. */
export const invitations = pgTable(
  "invitations",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    /** In its canonical form. */
    email: varchar("email", { length: 255 }).notNull(),
    role: varchar("role", { length: 20, enum: ["user", "admin"] })
      .notNull()
      .default("user"),
    /** SHA-256 of what is in the newest link. */
    tokenHash: varchar("token_hash", { length: 64 }).notNull(),
    /** Whether that link went by mail, so that whoever has it has the mailbox. */
    mailed: boolean("mailed").notNull(),
    invitedBy: uuid("invited_by").references(() => users.id, { onDelete: "set null" }),
    expiresAt: moment("expires_at").notNull(),
    ...timestamps,
  },
  (t) => [
    uniqueIndex("ix_invitations_email").on(t.email),
    uniqueIndex("ix_invitations_token_hash").on(t.tokenHash),
    index("ix_invitations_created_at").on(t.createdAt, t.id),
    check("invitations_role_check", sql`${t.role} in ('user', 'admin')`),
  ],
);
