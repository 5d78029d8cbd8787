import { beforeEach, describe, expect, it } from "vitest";
import { database } from "@/db/pool";
import { resetSettings } from "@/lib/settings";
import { serveApi } from "@/testing/api-server";
import { type Fetch, inBrowser, postForm, signedIn, withBearer } from "@/testing/callers";
import { useCheapHashing } from "@/testing/cheap-hashing";
import { actionsOf, createUser, PASSWORD, startSession } from "@/testing/factories";

const REAUTHENTICATION = "/api/v1/auth/reauthentication";
const STALE = { authenticatedAt: new Date(Date.now() - 601_000) };

const api = serveApi();

beforeEach(() => {
  useCheapHashing();
  resetSettings();
});

function prove(fetch: Fetch, password: unknown = PASSWORD) {
  return fetch(REAUTHENTICATION, { json: { password } });
}

/** Everything that makes a session lasting, or acts for the whole organization. */
async function lastingWrites(): Promise<[string, string, unknown?][]> {
  const { id } = await createUser();
  const session = await startSession(await createUser());
  return [
    ["PUT", "/api/v1/users/me/password", { new_password: "another lantern, further out" }],
    ["DELETE", "/api/v1/users/me", {}],
    ["DELETE", "/api/v1/users/me/identities/github"],
    ["PATCH", "/api/v1/admin/settings", { organization_name: "Theirs" }],
    ["PATCH", `/api/v1/admin/users/${id}`, { role: "admin" }],
    ["POST", `/api/v1/admin/users/${id}/unlock`],
    ["DELETE", `/api/v1/admin/users/${id}/sessions`],
    ["DELETE", `/api/v1/admin/users/${id}/sessions/${session.id}`],
  ];
}

describe("403 REAUTHENTICATION_REQUIRED", () => {
  it("is what a session gets ten minutes after its sign-in for all that makes it lasting, at no attempt", async () => {
    resetSettings({ RATE_LIMIT_AUTH_PER_MINUTE: "1" });
    await database()`delete from attempt_counters`;
    const { user, fetch } = await signedIn(api, { user: { role: "admin", password: null }, session: STALE });
    for (const [method, path, json] of await lastingWrites()) {
      await expect(await fetch(path, { method, json }), path).toFailWith("REAUTHENTICATION_REQUIRED");
    }
    expect(await database()`select key from attempt_counters`).toEqual([]);
    expect(await actionsOf(user.id)).toEqual([]);
  });

  it("names every write of an administrator, whatever is added", async () => {
    const { paths } = await (await api.fetch("/api/v1/openapi.json")).json();
    const open = Object.entries(paths as Record<string, Record<string, { responses: object }>>)
      .filter(([path]) => path.startsWith("/api/v1/admin/"))
      .flatMap(([path, methods]) =>
        Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
      )
      .filter(({ method }) => method !== "get")
      .filter(({ operation }) => !JSON.stringify(operation.responses).includes("REAUTHENTICATION_REQUIRED"))
      .map(({ path, method }) => `${method} ${path}`);
    expect(open).toEqual([]);
  });

  it("is no word to who may not do it at all", async () => {
    const { fetch } = await signedIn(api, { session: STALE });
    const json = { organization_name: "Theirs" };
    const refused = await fetch("/api/v1/admin/settings", { method: "PATCH", json });
    await expect(refused).toFailWith("FORBIDDEN");
  });

  it("sends a browser that goes to link an identity to where the person proves who they are", async () => {
    resetSettings({ AUTH_GITHUB_ID: "id", AUTH_GITHUB_SECRET: "secret" });
    const { session } = await signedIn(api, { session: STALE });
    const left = await postForm(inBrowser(api, session), "/api/auth/signin/github?link=true", {});
    expect(left.status).toBe(303);
    expect(left.headers.get("location")).toBe("/reauthenticate?next=/settings/security");
  });

  it("asks nothing more of who sends the right password along", async () => {
    const { fetch } = await signedIn(api, { session: STALE });
    expect((await fetch("/api/v1/users/me", { method: "DELETE", json: { password: PASSWORD } })).status).toBe(
      204,
    );
  });
});

describe("204", () => {
  it("opens this session for ten minutes, and no other, and is written down", async () => {
    const { user, session, fetch } = await signedIn(api, { user: { role: "admin" }, session: STALE });
    const other = withBearer(api, (await startSession(user, STALE)).accessToken);
    expect((await prove(fetch)).status).toBe(204);
    const rename = { method: "PATCH", json: { organization_name: "Example Ltd" } };
    expect((await fetch("/api/v1/admin/settings", rename)).status).toBe(200);
    await expect(await other("/api/v1/admin/settings", rename)).toFailWith("REAUTHENTICATION_REQUIRED");
    expect(await actionsOf(user.id)).toEqual(["reauthentication.completed"]);

    await database()`
      update sessions set authenticated_at = authenticated_at - interval '601 seconds' where id = ${session.id}
    `;
    await expect(await fetch("/api/v1/admin/settings", rename)).toFailWith("REAUTHENTICATION_REQUIRED");
  });

  it("renewing a session makes it no fresher, and its tokens say when its owner was last proven", async () => {
    const { session } = await signedIn(api, { session: STALE });
    const renewal = await api.fetch("/api/v1/auth/refresh", {
      json: { refresh_token: session.refreshToken },
    });
    const { access_token } = await renewal.json();
    const claims = JSON.parse(Buffer.from(access_token.split(".")[1], "base64url").toString());
    expect(claims.auth_time).toBe(Math.floor(STALE.authenticatedAt.getTime() / 1000));
    const refused = await withBearer(api, access_token)("/api/v1/users/me", { method: "DELETE", json: {} });
    await expect(refused).toFailWith("REAUTHENTICATION_REQUIRED");
  });

  it("works as a form of a page without script, and leads on", async () => {
    const { session } = await signedIn(api, { session: STALE });
    const browser = inBrowser(api, session);
    const wrong = await postForm(browser, REAUTHENTICATION, { password: "not this one", next: "/settings" });
    expect(wrong.headers.get("location")).toMatch(
      /^\/reauthenticate\?code=WRONG_PASSWORD&field=password&next=/,
    );
    const right = await postForm(browser, REAUTHENTICATION, { password: PASSWORD, next: "/settings" });
    expect([right.status, right.headers.get("location")]).toEqual([303, "/settings"]);
  });
});

describe("422 WRONG_PASSWORD", () => {
  it("VALIDATION_ERROR where no password is sent", async () => {
    const { fetch } = await signedIn(api);
    const answer = await fetch("/api/v1/auth/reauthentication", { method: "POST", json: {} });
    await expect(answer).toFailWith("VALIDATION_ERROR", { field: "password" });
  });

  it("counts for the account, through whichever door and from wherever, and leaves events", async () => {
    resetSettings({ RATE_LIMIT_AUTH_PER_MINUTE: "0", RATE_LIMIT_ACCOUNT_FAILURES: "10" });
    const { user, fetch } = await signedIn(api);
    const other = withBearer(api, (await startSession(user)).accessToken);
    const guesses = [
      () => prove(fetch, "a guess"),
      () => prove(other, "a guess"),
      () => fetch("/api/v1/users/me", { method: "DELETE", json: { password: "a guess" } }),
      () => {
        const json = { current_password: "a guess", new_password: "another lantern, further out" };
        return other("/api/v1/users/me/password", { method: "PUT", json });
      },
    ];
    for (let n = 0; n < 10; n++) await expect(await guesses[n % 4]!()).toFailWith("WRONG_PASSWORD");
    for (const guess of guesses) await expect(await guess()).toFailWith("RATE_LIMIT_EXCEEDED");
    await expect(await prove(fetch)).toFailWith("RATE_LIMIT_EXCEEDED");
    // What is refused unheard leaves one event a network and minute, perhaps another test's.
    const actions = (await actionsOf(user.id)).filter((action) => action !== "attempt.refused");
    expect(actions).toEqual([...Array(10).fill("reauthentication.refused"), "account.locked"]);
    // Signing in is counted by itself: guesses in a stolen session don't keep the owner out.
    const login = await api.fetch("/api/v1/auth/login", { json: { email: user.email, password: PASSWORD } });
    expect(login.status).toBe(200);
  });

  it.each([
    ["PUT", "/api/v1/users/me/password", { current_password: "x", new_password: "a thief's own password" }],
    ["DELETE", "/api/v1/users/me", { password: "x" }],
    ["POST", "/api/v1/users/me/email-changes", { password: "x", email: "thief@example.com" }],
  ])(
    "is what a stale session gets that types anything where no password is set: %s %s",
    async (method, path, json) => {
      resetSettings({ SMTP_URL: "smtp://127.0.0.1:9", MAIL_FROM: "gate@example.com" });
      const { user, fetch } = await signedIn(api, { user: { password: null }, session: STALE });
      await expect(await fetch(path, { method, json })).toFailWith("WRONG_PASSWORD");
      const [row] =
        await database()`select hashed_password, deleted_at, email from users where id = ${user.id}`;
      expect(row).toEqual({ hashed_password: null, deleted_at: null, email: user.email });
    },
  );

  it("is what an account without a password gets, which signs in again instead", async () => {
    const { fetch } = await signedIn(api, { user: { password: null }, session: STALE });
    await expect(await prove(fetch)).toFailWith("WRONG_PASSWORD", { field: "password" });
  });
});
