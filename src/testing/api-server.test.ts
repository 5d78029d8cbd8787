import { expect, test } from "vitest";
import { serveApi } from "./api-server";

const api = serveApi();
const SETUP = {
  organization_name: "Example Ltd",
  admin_email: "ada@example.com",
  admin_password: "correct horse battery staple",
};

test("the routes answer over HTTP, with cookies, at the address that is APP_URL", async () => {
  expect(process.env.APP_URL).toBe(api.url);
  const started = await api.fetch("/api/v1/setup/initialize", { json: SETUP });
  expect(started.status).toBe(201);
  // Access, refresh, and by what the browser is known from now on.
  expect(started.headers.getSetCookie()).toHaveLength(3);
  const { access_token } = await started.json();
  const headers = { authorization: `Bearer ${access_token}` };
  const sessions = await api.fetch("/api/v1/auth/sessions", { headers });
  const { items } = await sessions.json();
  expect(items).toMatchObject([{ current: true, ip_address: "127.0.0.1" }]);
  const ended = await api.fetch(`/api/v1/auth/sessions/${items[0].id}`, { method: "DELETE", headers });
  expect(ended.status).toBe(204);
  expect(api.exchanges.map(({ path, status }) => [path, status])).toEqual([
    ["/api/v1/setup/initialize", 201],
    ["/api/v1/auth/sessions", 200],
    [`/api/v1/auth/sessions/${items[0].id}`, 204],
  ]);
});

test("an unknown address and an unknown method are answered by the app", async () => {
  expect((await api.fetch("/api/v1/nowhere")).status).toBe(404);
  expect((await api.fetch("/api")).status).toBe(404);
  expect((await api.fetch("/api/v1/auth/me", { method: "DELETE" })).headers.get("allow")).toContain("GET");
});
