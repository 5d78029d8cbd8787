import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import postgres from "postgres";
import {
  type Asks,
  freshDatabase,
  NEXT,
  newPerson,
  type Person,
  ROOT,
  type Server,
  startServer,
} from "./server";

const FLOOR = path.join(ROOT, "bench/floor");

/** The least that could be called an accounts API, in the same Next; and next-auth's own page to sign in. */
export async function startFloor(dashboard: string): Promise<Server> {
  const database = await freshDatabase("bench_floor");
  const sql = postgres(database, { max: 1 });
  await sql.unsafe(readFileSync(path.join(FLOOR, "schema.sql"), "utf8"));
  await sql.end();
  const build = spawn(process.execPath, [NEXT, "build", FLOOR], { stdio: ["ignore", "ignore", "inherit"] });
  const [code] = await once(build, "exit");
  if (code !== 0) throw new Error("The floor could not be built.");
  const html = path.join(FLOOR, ".next/dashboard.html");
  writeFileSync(html, dashboard);
  const server = await startServer({
    name: "floor",
    module: NEXT,
    args: (port) => ["start", FLOOR, "--hostname", "127.0.0.1", "--port", String(port)],
    env: (port) => ({
      DATABASE_URL: database,
      HASHER: path.join(ROOT, "src/lib/hashing/hasher.mjs"),
      AUTH_SECRET: "of nobody, for the form alone",
      AUTH_URL: `http://localhost:${port}`,
      AUTH_TRUST_HOST: "true",
      DASHBOARD_HTML: html,
    }),
    first: "/api/health",
  });
  return { ...server, asks, proofOf: ({ body }) => body as Record<string, string> };
}

const bearer = (person: Person) => ({ authorization: `Bearer ${person.access_token}` });

const dashboard = (person: Person) => () => ({
  path: "/dashboard",
  headers: { accept: "text/html", ...bearer(person) },
});

const asks: Asks = {
  register: () => ({ path: "/api/register", body: newPerson() }),
  signIn:
    ({ email, password }) =>
    () => ({ path: "/api/login", body: { email, password } }),
  me: (person) => () => ({ path: "/api/me", headers: bearer(person) }),
  refresh: (person) => () => ({
    path: "/api/refresh",
    body: { refresh_token: person.refresh_token },
    take: ({ body }) => Object.assign(person, body),
  }),
  signOut: (person) => () => ({ path: "/api/logout", body: { refresh_token: person.refresh_token } }),
  loginPage: () => ({ path: "/login", headers: { accept: "text/html" } }),
  dashboard,
  dashboardAnew: dashboard,
};
