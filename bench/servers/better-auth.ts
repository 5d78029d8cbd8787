import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { type Asks, freshDatabase, newPerson, type Person, ROOT, type Server, startServer } from "./server";

const HERE = path.join(ROOT, "bench/better-auth");

/** better-auth on plain node:http, with the same Postgres. */
export async function startBetterAuth(): Promise<Server> {
  if (!existsSync(path.join(HERE, "node_modules"))) {
    execFileSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: HERE, stdio: "inherit", shell: true });
  }
  const database = await freshDatabase("bench_better_auth");
  const server = await startServer({
    name: "better-auth",
    cwd: HERE,
    module: path.join(HERE, "server.mjs"),
    env: () => ({ DATABASE_URL: database }),
    first: "/api/auth/ok",
  });
  // It asks for an Origin as soon as a cookie comes along.
  const signed = (person: Person) => ({ cookie: String(person.cookies), origin: server.url });
  const asks: Asks = {
    register: () => {
      const { email, username: name, password } = newPerson();
      return { path: "/api/auth/sign-up/email", body: { email, name, password } };
    },
    signIn:
      ({ email, password }) =>
      () => ({ path: "/api/auth/sign-in/email", body: { email, password } }),
    me: (person) => () => ({
      path: "/api/auth/get-session?disableRefresh=true",
      headers: signed(person),
    }),
    refresh: (person) => () => ({ path: "/api/auth/get-session", headers: signed(person) }),
    signOut: (person) => () => ({ path: "/api/auth/sign-out", body: {}, headers: signed(person) }),
  };
  return { ...server, asks, proofOf: ({ cookies }) => ({ cookies }) };
}
