import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createAccessToken } from "@/domain/sessions/create-access-token";
import { serveApi } from "@/testing/api-server";
import { useCheapHashing } from "@/testing/cheap-hashing";
import { cookieJar } from "@/testing/cookie-jar";
import { createUser, PASSWORD, startSession, type TestSession, type TestUser } from "@/testing/factories";
import { ApiError, createClient, memoryTokenStore, type SessionEnded, unwrap } from "./index";

const api = serveApi();

beforeEach(useCheapHashing);
afterEach(() => {
  vi.unstubAllGlobals();
  api.exchanges.length = 0;
});

/** An access token that has expired. */
async function expired(session: TestSession, user: TestUser) {
  const claims = { sessionId: session.id, userId: user.id, providerId: user.provider_id };
  const sessionExpiresAt = new Date(Date.now() - 60_000);
  const { token } = await createAccessToken({
    ...claims,
    email: user.email,
    role: user.role,
    authenticatedAt: new Date(),
    sessionExpiresAt,
  });
  return token;
}

function answersOf(path: string) {
  return api.exchanges.filter((exchange) => exchange.path === path).map(({ status }) => status);
}

const renewals = () => answersOf("/api/v1/auth/refresh");

/** Runs the same tests for a client with its own tokens and one with cookies. */
const CARRIERS = {
  async "with tokens of its own"(session: TestSession, accessToken: string) {
    const ended: SessionEnded[] = [];
    const tokens = memoryTokenStore({ accessToken, refreshToken: session.refreshToken });
    const client = (fetch = globalThis.fetch) =>
      createClient({ baseUrl: api.url, tokens, fetch, onSessionEnded: (why) => ended.push(why) });
    return { client, ended };
  },
  async "with the browser's cookies"(session: TestSession, accessToken: string) {
    vi.stubGlobal("location", new URL(api.url));
    const ended: SessionEnded[] = [];
    const send = cookieJar(api.url, {
      "gatehouse.access": accessToken,
      "gatehouse.refresh": session.refreshToken,
    });
    const client = (through: typeof fetch = (request) => fetch(request)) =>
      createClient({
        baseUrl: api.url,
        fetch: (request) => send(request, through),
        onSessionEnded: (why) => ended.push(why),
      });
    return { client, ended };
  },
};

describe.each(Object.entries(CARRIERS))("a client %s", (_, carry) => {
  async function someone({ accessToken }: { accessToken?: string } = {}) {
    const user = await createUser();
    const session = await startSession(user);
    const carried = await carry(session, accessToken ?? (await expired(session, user)));
    return { user, session, ...carried };
  }

  it("renews once for twenty calls on an expired token, and all twenty are answered", async () => {
    const { client, user, ended } = await someone();
    const { GET } = client();
    const answers = await Promise.all(Array.from({ length: 20 }, () => unwrap(GET("/api/v1/auth/me"))));
    expect(answers.map(({ id }) => id)).toEqual(Array(20).fill(user.id));
    expect(renewals()).toEqual([200]);
    expect(answersOf("/api/v1/auth/me").filter((status) => status === 200)).toHaveLength(20);
    expect(ended).toEqual([]);
  });

  it("needs no second renewal for a call that learns only after the first that its token had run out", async () => {
    const { client } = await someone();
    let release = () => {};
    const renewed = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { GET } = client(async (input) => {
      const response = await fetch(input);
      if (response.url.endsWith("/refresh")) setTimeout(release, 30);
      if (response.url.endsWith("/sessions")) await renewed;
      return response;
    });
    await Promise.all([unwrap(GET("/api/v1/auth/me")), unwrap(GET("/api/v1/auth/sessions"))]);
    expect(answersOf("/api/v1/auth/sessions")).toEqual([401, 200]);
    expect(renewals()).toEqual([200]);
  });

  it("sends the body again with the call", async () => {
    const { client } = await someone();
    const body = { full_name: "Ada Lovelace", time_zone: "Europe/London" };
    const { full_name, time_zone } = await unwrap(client().PATCH("/api/v1/users/me", { body }));
    expect({ full_name, time_zone }).toEqual(body);
    expect(answersOf("/api/v1/users/me")).toEqual([401, 200]);
  });

  it("asks again where the answer to a renewal was lost, and stays signed in", async () => {
    const { client, user, ended } = await someone();
    let lost = 0;
    const { GET } = client(async (input) => {
      const response = await fetch(input);
      if (!response.url.endsWith("/refresh") || lost === 2) return response;
      lost++;
      throw new TypeError("fetch failed");
    });
    expect((await unwrap(GET("/api/v1/auth/me"))).id).toBe(user.id);
    expect(renewals()).toEqual([200, 200, 200]);
    expect((await unwrap(GET("/api/v1/auth/me"))).id).toBe(user.id);
    expect(ended).toEqual([]);
  });

  it("tells once, and gives up, when the session was ended elsewhere", async () => {
    const { client, user, session, ended } = await someone();
    const elsewhere = createClient({ baseUrl: api.url, tokens: memoryTokenStore() });
    await unwrap(elsewhere.POST("/api/v1/auth/login", { body: { email: user.email, password: PASSWORD } }));
    await unwrap(elsewhere.DELETE("/api/v1/auth/sessions/{id}", { params: { path: { id: session.id } } }));
    const { GET } = client();
    const answers = await Promise.all(Array.from({ length: 5 }, () => GET("/api/v1/auth/me")));
    expect(answers.map(({ response }) => response.status)).toEqual(Array(5).fill(401));
    expect(renewals()).toEqual([401]);
    expect(ended).toEqual([{ code: "SESSION_REVOKED" }]);
  });

  it("tells when a live token meets an ended session, without asking for a renewal", async () => {
    const user = await createUser();
    const session = await startSession(user, { revokedAt: new Date() });
    const { client, ended } = await carry(session, session.accessToken);
    const answer = client().GET("/api/v1/auth/me");
    await expect(unwrap(answer)).rejects.toMatchObject({ code: "SESSION_REVOKED", status: 401 });
    expect(renewals()).toEqual([]);
    expect(ended).toEqual([{ code: "SESSION_REVOKED" }]);
  });

  it("fails as the network does when the server is out of reach, and has not signed anybody out", async () => {
    const { client, user, ended } = await someone();
    let offline = true;
    const { GET, renew } = client(async (input) => {
      if (offline && (input as Request).url.endsWith("/refresh")) throw new TypeError("fetch failed");
      return fetch(input);
    });
    await expect(GET("/api/v1/auth/me")).rejects.toThrow("fetch failed");
    expect(await renew()).toBe("unknown");
    offline = false;
    expect((await unwrap(GET("/api/v1/auth/me"))).id).toBe(user.id);
    expect(ended).toEqual([]);
  });

  it("renews when asked to, and says for how long", async () => {
    const { client, ended } = await someone();
    const { renew } = client();
    const answers = await Promise.all([renew(), renew(), renew()]);
    expect(answers).toEqual(Array(3).fill({ expiresInSeconds: 900 }));
    expect(renewals()).toEqual([200]);
    expect(ended).toEqual([]);
  });

  it("goes from sign-in to sign-out, and has nothing to tell about that", async () => {
    const { client, user, ended } = await someone({ accessToken: "none" });
    const { GET, POST } = client();
    await unwrap(POST("/api/v1/auth/login", { body: { email: user.email, password: PASSWORD } }));
    expect((await unwrap(GET("/api/v1/auth/me"))).id).toBe(user.id);
    await unwrap(POST("/api/v1/auth/logout"));
    expect((await GET("/api/v1/auth/me")).response.status).toBe(401);
    expect(ended).toEqual([]);
  });
});

it("a browser whose access cookie is gone renews by the other one", async () => {
  const user = await createUser();
  const { refreshToken } = await startSession(user);
  vi.stubGlobal("location", new URL(api.url));
  const send = cookieJar(api.url, { "gatehouse.refresh": refreshToken });
  const { GET } = createClient({ fetch: (request) => send(request, fetch), baseUrl: api.url });
  expect((await unwrap(GET("/api/v1/auth/me"))).id).toBe(user.id);
  expect(api.exchanges.map(({ code, status }) => code ?? status)).toEqual(["MISSING_TOKEN", 200, 200]);
});

it("a wrong password is not mistaken for an ended session", async () => {
  const { email } = await createUser();
  const ended = vi.fn();
  const { POST } = createClient({ baseUrl: api.url, onSessionEnded: ended });
  const attempt = POST("/api/v1/auth/login", { body: { email, password: "not that one" } });
  await expect(unwrap(attempt)).rejects.toMatchObject({ code: "INVALID_CREDENTIALS" });
  expect(renewals()).toEqual([]);
  expect(ended).not.toHaveBeenCalled();
});

it("a sign-out ends the session even after its access token has run out", async () => {
  const user = await createUser();
  const session = await startSession(user);
  const tokens = memoryTokenStore({
    accessToken: await expired(session, user),
    refreshToken: session.refreshToken,
  });
  const { POST, renew } = createClient({ baseUrl: api.url, tokens });
  await unwrap(POST("/api/v1/auth/logout", { headers: { "accept-language": "ru" } }));
  expect(await tokens.get()).toBeNull();
  expect(await renew()).toBe("ended");
  const again = createClient({
    baseUrl: api.url,
    tokens: memoryTokenStore({ accessToken: "", refreshToken: session.refreshToken }),
  });
  expect(await again.renew()).toBe("ended");
});

it("a renewal that a sign-out overtakes brings nothing back", async () => {
  const user = await createUser();
  const session = await startSession(user);
  const { accessToken, refreshToken } = session;
  const tokens = memoryTokenStore({ accessToken, refreshToken });
  const { renew } = createClient({
    baseUrl: api.url,
    tokens,
    fetch: async (request) => {
      const response = await fetch(request);
      await tokens.set(null);
      return response;
    },
  });
  await renew();
  expect(await tokens.get()).toBeNull();
});

it("an ApiError names what was wrong and how long to wait", async () => {
  const { POST } = createClient({ baseUrl: api.url });
  const body = { email: "nobody", username: "x", password: "short" };
  const error = await unwrap(POST("/api/v1/auth/register", { body })).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({
    status: 422,
    code: "INVALID_EMAIL",
    field: "email",
    message: "Enter a valid email address.",
    traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
  });
  expect(error.errors.map(({ field }: { field: string }) => field)).toEqual([
    "email",
    "username",
    "password",
  ]);

  const busy = new Response(null, { status: 503, statusText: "Busy", headers: { "retry-after": "7" } });
  expect(new ApiError(busy, "<html>")).toMatchObject({
    code: undefined,
    retryAfterSeconds: 7,
    message: "The server answered 503 Busy",
  });
  const later = new Date(Date.now() + 60_000).toUTCString();
  const dated = new ApiError(new Response(null, { status: 503, headers: { "retry-after": later } }), null);
  expect(dated.retryAfterSeconds).toBeGreaterThan(55);
  expect(dated.retryAfterSeconds).toBeLessThan(65);
});

describe("where only somebody may do it who has just proven who they are", () => {
  const NEW = "another lantern, further out";

  async function stale() {
    const user = await createUser();
    const session = await startSession(user, { authenticatedAt: new Date(Date.now() - 3_600_000) });
    const { accessToken, refreshToken } = session;
    return { tokens: memoryTokenStore({ accessToken, refreshToken }) };
  }

  it("the client asks, and sends the call again once that is done", async () => {
    const { tokens } = await stale();
    const client = createClient({
      baseUrl: api.url,
      tokens,
      async onReauthenticationRequired() {
        const { response } = await client.POST("/api/v1/auth/reauthentication", {
          body: { password: PASSWORD },
        });
        return response.ok;
      },
    });
    const { response } = await client.DELETE("/api/v1/users/me/identities/{provider}", {
      params: { path: { provider: "github" } },
    });
    expect(response.status).toBe(404);
  });

  it("and gets the refusal where the person would rather not", async () => {
    const { tokens } = await stale();
    const onReauthenticationRequired = vi.fn(async () => false);
    const client = createClient({ baseUrl: api.url, tokens, onReauthenticationRequired });
    const { error } = await client.DELETE("/api/v1/users/me", { body: {} });
    expect(error?.code).toBe("REAUTHENTICATION_REQUIRED");
    expect(onReauthenticationRequired).toHaveBeenCalledTimes(1);
  });

  it("a changed password leaves the client with the tokens of the session that goes on", async () => {
    const { tokens } = await stale();
    const client = createClient({ baseUrl: api.url, tokens });
    const body = { current_password: PASSWORD, new_password: NEW };
    expect((await client.PUT("/api/v1/users/me/password", { body })).response.status).toBe(200);
    expect((await client.GET("/api/v1/auth/me")).response.status).toBe(200);
    expect(await client.renew()).toMatchObject({ expiresInSeconds: 900 });
  });
});
