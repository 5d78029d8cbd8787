import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  pgTable,
  uniqueIndex,
  uuid,
  varchar,
} from "drizzle-orm/pg-core";
import { moment, timestamps } from "./columns";
import { providers } from "./providers";

/** A person. A deleted one keeps the row, and so the email, until it is purged. */
export const users = pgTable(
  "users",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    email: varchar("email", { length: 255 }).notNull(),
    username: varchar("username", { length: 100 }).notNull(),
    hashedPassword: varchar("hashed_password", { length: 255 }),
    fullName: varchar("full_name", { length: 255 }),
    role: varchar("role", { length: 20, enum: ["user", "admin"] })
      .notNull()
      .default("user"),
    isActive: boolean("is_active").notNull().default(true),
    maxChats: integer("max_chats").notNull().default(10),
    telegramChatId: bigint("telegram_chat_id", { mode: "bigint" }),
    avatarUrl: varchar("avatar_url", { length: 500 }),
    locale: varchar("locale", { length: 10 }),
    timeZone: varchar("time_zone", { length: 64 }).notNull().default("UTC"),
    /** Goes up where all devices are to be forgotten: what their cookies say of an earlier one is void. */
    deviceGeneration: integer("device_generation").notNull().default(0),
    emailVerifiedAt: moment("email_verified_at"),
    providerId: uuid("provider_id")
      .notNull()
      .references(() => providers.id),
    ...timestamps,
    deletedAt: moment("deleted_at"),
  },
  (t) => [
    uniqueIndex("ix_users_email").on(sql`lower(${t.email})`),
    uniqueIndex("ix_users_username").on(sql`lower(${t.username})`),
    index("ix_users_created_at").on(t.createdAt, t.id),
    // Word for word what administration/list-users.ts sorts by.
    index("ix_users_name").on(sql`left(lower(coalesce(${t.fullName}, ${t.username})), 64)`, t.id),
    index("ix_users_role").on(
      sql`(${t.role} || ' ' || left(lower(coalesce(${t.fullName}, ${t.username})), 64))`,
      t.id,
    ),
    check("users_role_check", sql`${t.role} in ('user', 'admin')`),
  ],
);
