import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import sharp from "sharp";
import type { Ask } from "../load";
import { send } from "../load";
import { type Asks, freshDatabase, newPerson, type Person, ROOT, type Server, startServer } from "./server";

// Where what stands before Next is, now and in the trees one may want to compare with.
const GUARDS = ["src/guard/index.mjs", "scripts/guard.mjs"];

/** The product as the container runs it, its limits so high that they count but refuse nobody. */
export async function startProduct(name = "Gatehouse", tree = ROOT): Promise<Server> {
  const database = await freshDatabase(`bench_${name.toLowerCase().replace(/\W+/g, "_")}`);
  const { migrate } = await import(pathToFileURL(path.join(tree, "src/db/migrate.mjs")).href);
  await migrate(database);
  const guard = GUARDS.map((file) => path.join(tree, file)).find(existsSync);
  if (!guard) throw new Error(`${tree} has no guard.`);
  const server = await startServer({
    name,
    cwd: tree,
    module: path.join(tree, "node_modules/next/dist/bin/next"),
    args: (port) => ["start", "--hostname", "127.0.0.1", "--port", String(port)],
    imports: [pathToFileURL(guard).href],
    env: (port) => ({
      DATABASE_URL: database,
      APP_URL: `http://localhost:${port}`,
      RATE_LIMIT_AUTH_PER_MINUTE: "1000000",
      RATE_LIMIT_ACCOUNT_FAILURES: "1000000",
      TASKS_PER_USER: "0",
      // Without a server for it nothing is mailed, and nobody is asked to verify anything.
      EMAIL_VERIFICATION: "off",
      RATE_LIMIT_USER_PER_MINUTE: "0",
    }),
    first: "/health",
  });
  const body = {
    organization_name: "Bench",
    admin_email: "keeper@example.com",
    admin_password: newPerson().password,
  };
  const { status } = await send(server.url, { path: "/api/v1/setup/initialize", body });
  if (status !== 201) throw new Error(`${name}: set-up answered ${status}.`);
  return { ...server, asks, proofOf };
}

function proofOf({ body, cookies }: { body: unknown; cookies: string }) {
  const { access_token, refresh_token } = body as Record<string, string>;
  return { access_token: String(access_token), refresh_token: String(refresh_token), cookies };
}

/** As large as a telephone takes it, and as busy. */
const photograph = await sharp({
  create: {
    width: 3_200,
    height: 2_400,
    channels: 3,
    background: "grey",
    noise: { type: "gaussian", mean: 128, sigma: 12 },
  },
})
  .jpeg({ quality: 60 })
  .toBuffer();

const bearer = (person: Person) => ({ authorization: `Bearer ${person.access_token}` });
const get =
  (address: string) =>
  (person: Person): Ask =>
  () => ({ path: address, headers: bearer(person) });
const page =
  (address: string) =>
  (person: Person): Ask =>
  () => ({ path: address, headers: { accept: "text/html", cookie: String(person.cookies) } });

const asks: Asks = {
  register: () => ({ path: "/api/v1/auth/register", body: newPerson() }),
  signIn:
    ({ email, password }) =>
    () => ({ path: "/api/v1/auth/login", body: { email, password } }),
  me: get("/api/v1/auth/me"),
  refresh: (person) => () => ({
    path: "/api/v1/auth/refresh",
    body: { refresh_token: person.refresh_token },
    take: (answer) => Object.assign(person, proofOf(answer)),
  }),
  signOut: (person) => () => ({
    path: "/api/v1/auth/logout",
    body: { refresh_token: person.refresh_token },
  }),
  loginPage: () => ({ path: "/login", headers: { accept: "text/html" } }),
  dashboard: page("/"),
  dashboardAnew: page("/?anew"),
  tasksPage: page("/tasks"),
  listTasks: get("/api/v1/tasks"),
  createTask: (person) => () => ({
    path: "/api/v1/tasks",
    body: { title: "Oil the hinges" },
    headers: bearer(person),
  }),
  upload: (person) => () => ({
    path: "/api/v1/users/me/avatar",
    method: "PUT",
    body: photograph,
    headers: { ...bearer(person), "content-type": "image/jpeg" },
  }),
};
