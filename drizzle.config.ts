import { defineConfig } from "drizzle-kit";
import { resolveEnvironment } from "./src/lib/environment.mjs";

resolveEnvironment();

export default defineConfig({
  dialect: "postgresql",
  schema: "./src/db/tables/index.ts",
  out: "./drizzle",
  dbCredentials: { url: process.env.DATABASE_URL ?? "" },
  // The same place that `npm run db:migrate` writes to, so that the two know of each other.
  migrations: { schema: "drizzle", table: "__drizzle_migrations" },
});
