import { jsonb, pgTable, varchar } from "drizzle-orm/pg-core";
import { timestamps } from "./columns";

/** What the installation knows of itself: setup state, organization settings, isolation strategy. */
export const systemConfig = pgTable("system_config", {
  key: varchar("key", { length: 100 }).primaryKey(),
  value: jsonb("value").notNull(),
  ...timestamps,
});
