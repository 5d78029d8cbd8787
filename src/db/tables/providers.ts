import { pgTable, uuid, varchar } from "drizzle-orm/pg-core";
import { timestamps } from "./columns";

/** The organization that runs this installation. First-run setup makes the one row. */
export const providers = pgTable("providers", {
  id: uuid("id").primaryKey().defaultRandom(),
  name: varchar("name", { length: 255 }).notNull(),
  ...timestamps,
});
