import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase, database } from "@/db/pool";
import { resetSettings } from "@/lib/settings";
import { serveApi } from "@/testing/api-server";
import { inBrowser, signedIn } from "@/testing/callers";
import { useCheapHashing } from "@/testing/cheap-hashing";
import { createUser, PASSWORD, setUpOrganization, startSession } from "@/testing/factories";
import { startTcpProxy, type TcpProxy } from "@/testing/tcp-proxy";

// What docs/round-trips.md says of each request, measured on the wire to Postgres.

const api = serveApi();
let proxy: TcpProxy;
const direct = process.env.DATABASE_URL!;

beforeAll(async () => {
  useCheapHashing();
  await setUpOrganization();
  await closeDatabase();
  proxy = await startTcpProxy(direct);
  process.env.DATABASE_URL = proxy.urlOf(direct);
  // One connection, which knows each statement after the first time; limits that count and don't limit.
  resetSettings({
    DATABASE_POOL_MIN: "1",
    DATABASE_POOL_MAX: "1",
    RATE_LIMIT_AUTH_PER_MINUTE: "1000000",
    RATE_LIMIT_ACCOUNT_FAILURES: "1000000",
  });
});
afterAll(async () => {
  await closeDatabase();
  await proxy.close();
  process.env.DATABASE_URL = direct;
});

let count = 0;
const newcomer = () => {
  count++;
  return { email: `newcomer${count}@example.com`, username: `newcomer${count}`, password: PASSWORD };
};
const login = (email: string, password: string) =>
  api.fetch("/api/v1/auth/login", { json: { email, password } });

type Prepared = () => Promise<Response>;

/** By the words of the table: what has to be there first, and then the request itself. */
const REQUESTS: Record<string, () => Promise<Prepared>> = {
  "GET /auth/me": async () => {
    const { fetch } = await signedIn(api);
    return () => fetch("/api/v1/auth/me");
  },
  "GET /users/me": async () => {
    const { fetch } = await signedIn(api);
    return () => fetch("/api/v1/users/me");
  },
  "GET /auth/sessions": async () => {
    const { fetch } = await signedIn(api);
    return () => fetch("/api/v1/auth/sessions");
  },
  "GET /users/me/audit-events": async () => {
    const { fetch } = await signedIn(api);
    return () => fetch("/api/v1/users/me/audit-events");
  },
  "GET /auth/providers": async () => () => api.fetch("/api/v1/auth/providers"),
  "GET /users/me/identities": async () => {
    const { fetch } = await signedIn(api);
    return () => fetch("/api/v1/users/me/identities");
  },
  "DELETE /users/me/identities/{provider}": async () => {
    const { user, fetch } = await signedIn(api);
    await database()`
      insert into accounts (user_id, type, provider, provider_account_id)
      values (${user.id}, 'oauth', 'github', ${user.id})
    `;
    return () => fetch("/api/v1/users/me/identities/github", { method: "DELETE" });
  },
  "GET /setup/status": async () => () => api.fetch("/api/v1/setup/status"),
  "GET /auth/refresh": async () => {
    const browser = inBrowser(api, await startSession(await createUser()));
    return () => browser("/api/v1/auth/refresh?next=/");
  },
  "POST /auth/refresh": async () => {
    const { refreshToken } = await startSession(await createUser());
    return () => api.fetch("/api/v1/auth/refresh", { json: { refresh_token: refreshToken } });
  },
  "POST /auth/refresh, answered again": async () => {
    const { refreshToken } = await startSession(await createUser());
    const again = () => api.fetch("/api/v1/auth/refresh", { json: { refresh_token: refreshToken } });
    await again();
    return again;
  },
  "POST /auth/refresh, a forged token": async () => () =>
    api.fetch("/api/v1/auth/refresh", { json: { refresh_token: "0".repeat(128) } }),
  "POST /auth/login": async () => {
    const { email } = await createUser();
    return () => login(email, PASSWORD);
  },
  "POST /auth/login, refused": async () => {
    const { email } = await createUser();
    return () => login(email, "not this one");
  },
  "POST /auth/register": async () => {
    const json = newcomer();
    return () => api.fetch("/api/v1/auth/register", { json });
  },
  "POST /auth/register, taken": async () => {
    const json = { ...newcomer(), email: (await createUser()).email };
    return () => api.fetch("/api/v1/auth/register", { json });
  },
  "POST /auth/logout": async () => {
    const { refreshToken } = await startSession(await createUser());
    return () => api.fetch("/api/v1/auth/logout", { json: { refresh_token: refreshToken } });
  },
  "POST /auth/logout, nothing proven": async () => () => api.fetch("/api/v1/auth/logout", { method: "POST" }),
  "PATCH /users/me": async () => {
    const { fetch } = await signedIn(api);
    return () => fetch("/api/v1/users/me", { method: "PATCH", json: { full_name: "Ada" } });
  },
  "PUT /users/me/password": async () => {
    const { fetch } = await signedIn(api);
    const json = { current_password: PASSWORD, new_password: "a lamp on the pier" };
    return () => fetch("/api/v1/users/me/password", { method: "PUT", json });
  },
  "DELETE /users/me": async () => {
    const { fetch } = await signedIn(api);
    return () => fetch("/api/v1/users/me", { method: "DELETE", json: { password: PASSWORD } });
  },
  "DELETE /auth/sessions": async () => {
    const { user, fetch } = await signedIn(api);
    await startSession(user);
    return () => fetch("/api/v1/auth/sessions", { method: "DELETE" });
  },
  "DELETE /auth/sessions/{id}": async () => {
    const { user, fetch } = await signedIn(api);
    const { id } = await startSession(user);
    return () => fetch(`/api/v1/auth/sessions/${id}`, { method: "DELETE" });
  },
  "POST /setup/initialize": async () => {
    await database()`truncate providers, system_config, users cascade`;
    const { email, password } = newcomer();
    const json = { organization_name: "Example Ltd", admin_email: email, admin_password: password };
    return () => api.fetch("/api/v1/setup/initialize", { json });
  },
  "any request without a token, with a forged or an expired one": async () => () =>
    api.fetch("/api/v1/auth/me", { headers: { authorization: "Bearer nonsense" } }),
};

const documented = new Map(
  [...readFileSync("docs/round-trips.md", "utf8").matchAll(/^\| (?!Request|-)(.+?) \| (\d+) \|/gm)].map(
    ([, request = "", trips]) => [request.replaceAll("`", ""), Number(trips)],
  ),
);

describe("round trips to Postgres", () => {
  it("are documented of each request that is measured here, and of no other", () => {
    expect([...documented.keys()].sort()).toEqual(Object.keys(REQUESTS).sort());
  });

  it.each(Object.entries(REQUESTS))("%s: as docs/round-trips.md says", async (request, prepare) => {
    // The first time prepares the statements.
    await (await prepare())();
    const ask = await prepare();
    const before = proxy.turns();
    const { status } = await ask();
    expect(status).toBeLessThan(500);
    expect(proxy.turns() - before).toBe(documented.get(request));
  });
});
