import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "postgresql",
  schema: "./src/db/tables/index.ts",
  out: "./drizzle",
  dbCredentials: { url: process.env.DATABASE_URL ?? "" },
  // The same place that `npm run db:migrate` writes to, so that the two know of each other.
  migrations: { schema: "drizzle", table: "__drizzle_migrations" },
});
