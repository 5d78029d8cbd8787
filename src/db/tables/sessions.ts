import { boolean, index, integer, pgTable, uuid, varchar } from "drizzle-orm/pg-core";
import { moment, timestamps } from "./columns";
import { users } from "./users";

/** One sign-in on one device. Only the SHA-256 of its current refresh token is kept; `generation` counts rotations. */
export const sessions = pgTable(
  "sessions",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    refreshTokenHash: varchar("refresh_token_hash", { length: 255 }).notNull(),
    generation: integer("generation").notNull().default(0),
    rotatedAt: moment("rotated_at"),
    deviceInfo: varchar("device_info", { length: 500 }),
    userAgent: varchar("user_agent", { length: 500 }),
    ipAddress: varchar("ip_address", { length: 45 }),
    persistent: boolean("persistent").notNull().default(false),
    expiresAt: moment("expires_at").notNull(),
    /** When its owner last proved who they are, by signing in or again since. */
    authenticatedAt: moment("authenticated_at").notNull().defaultNow(),
    lastUsedAt: moment("last_used_at").notNull().defaultNow(),
    revokedAt: moment("revoked_at"),
    revokedReason: varchar("revoked_reason", { length: 40 }),
    ...timestamps,
  },
  (t) => [
    index("ix_sessions_user_id").on(t.userId),
    index("ix_sessions_refresh_token_hash").on(t.refreshTokenHash),
  ],
);
