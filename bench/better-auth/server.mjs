import http from "node:http";
import { betterAuth } from "better-auth";
import { getMigrations } from "better-auth/db/migration";
import { toNodeHandler } from "better-auth/node";
import pg from "pg";

// better-auth as its documentation shows it, on plain node:http: its own hash, its own tables, no limit of attempts. A session is
// written each time it is asked for, but where the request says not to: so one endpoint stands for /me and for a renewal.

const { DATABASE_URL, SECRET_KEY, PORT } = process.env;
const options = {
  database: new pg.Pool({ connectionString: DATABASE_URL, max: 5 }),
  baseURL: `http://localhost:${PORT}`,
  secret: SECRET_KEY,
  emailAndPassword: { enabled: true },
  session: { updateAge: 0 },
  rateLimit: { enabled: false },
  telemetry: { enabled: false },
};

const { runMigrations } = await getMigrations(options);
await runMigrations();
http.createServer(toNodeHandler(betterAuth(options))).listen(Number(PORT), "127.0.0.1");
