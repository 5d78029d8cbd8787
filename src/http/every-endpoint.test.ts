import { randomUUID } from "node:crypto";
import { afterEach, beforeAll, expect, test } from "vitest";
import { createAccessToken } from "@/domain/sessions/create-access-token";
import { resetSettings } from "@/lib/settings";
import { serveApi } from "@/testing/api-server";
import { cookieHeader } from "@/testing/callers";
import { createUser, startSession, type TestSession, type TestUser } from "@/testing/factories";
import { VERIFICATION_IS_REQUIRED } from "@/testing/mails";
import { definitionsOf, loadRoutes } from "../../scripts/develop/routes";
import { MOST_BODY_BYTES } from "./body";

// What the wrapper refuses it refuses at every endpoint, also at those that are yet to come: each of them is asked here.

const endpoints = definitionsOf(await loadRoutes()).flatMap(({ path, endpoints }) =>
  Object.entries(endpoints)
    .filter(([, { unlisted }]) => !unlisted)
    .map(([method, endpoint]) => ({ method, path, ...endpoint })),
);
const guarded = endpoints.filter((endpoint) => !endpoint.public);
const reading = endpoints.filter((endpoint) => endpoint.body && !endpoint.upload);
const uploading = endpoints.filter((endpoint) => endpoint.upload);

const api = serveApi();
const JSON_TYPE = { "content-type": "application/json" };
const IMAGE_TYPE = { "content-type": "image/png" };
let admin: TestSession;

afterEach(() => resetSettings());
beforeAll(async () => {
  admin = await startSession(await createUser({ role: "admin" }));
});

type Asked = (typeof endpoints)[number];
type Asking = { headers?: Record<string, string>; body?: BodyInit; query?: string };

/** By an administrator, with a body that can be read, unless said otherwise. */
function ask(
  { method, path, params, body: takes, upload }: Asked,
  { headers, body = "{}", query = "" }: Asking = {},
) {
  return api.fetch(addressOf(path, params) + query, {
    method,
    headers: {
      authorization: `Bearer ${admin.accessToken}`,
      ...(upload ? IMAGE_TYPE : JSON_TYPE),
      ...headers,
    },
    body: takes ? body : undefined,
  });
}

/** With ids of the kind that it takes: what doesn't fit is nowhere, and nothing more is asked. */
function addressOf(path: string, params: Asked["params"]) {
  const names = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name);
  const fits = (id: string) => params?.safeParse(Object.fromEntries(names.map((name) => [name, id]))).success;
  const id = [randomUUID(), "1", "github"].find(fits) ?? randomUUID();
  return path.replaceAll(/\{[^}]+\}/g, id);
}

async function expired({ id }: TestSession, user: TestUser) {
  const { id: userId, provider_id: providerId, email, role } = user;
  const sessionExpiresAt = new Date(Date.now() - 60_000);
  return (
    await createAccessToken({
      sessionId: id,
      userId,
      providerId,
      email,
      role,
      authenticatedAt: sessionExpiresAt,
      sessionExpiresAt,
    })
  ).token;
}

test.each(guarded)("$method $path wants a live session", async (endpoint) => {
  const user = await createUser();
  const session = await startSession(user);
  const ended = await startSession(user, { revokedAt: new Date() });
  for (const [code, authorization] of [
    ["MISSING_TOKEN", ""],
    ["INVALID_TOKEN", "Bearer nonsense"],
    ["TOKEN_EXPIRED", `Bearer ${await expired(session, user)}`],
    ["SESSION_REVOKED", `Bearer ${ended.accessToken}`],
  ] as const) {
    await expect(await ask(endpoint, { headers: { authorization } })).toFailWith(code);
  }
});

test.each(endpoints.filter(({ method }) => method !== "GET"))(
  "$method $path refuses what another site makes a browser send",
  async (endpoint) => {
    const headers = { authorization: "", cookie: cookieHeader(admin), origin: "https://evil.example" };
    await expect(await ask(endpoint, { headers })).toFailWith("CSRF_REJECTED");
  },
);

test.each(reading)("$method $path reads JSON of 64 KB and nothing else", async (endpoint) => {
  const tooLarge = JSON.stringify("x".repeat(MOST_BODY_BYTES));
  await expect(await ask(endpoint, { body: "{" })).toFailWith("MALFORMED_REQUEST");
  await expect(await ask(endpoint, { body: tooLarge })).toFailWith("PAYLOAD_TOO_LARGE");
  const headers = { "content-type": "text/plain" };
  await expect(await ask(endpoint, { headers })).toFailWith("UNSUPPORTED_MEDIA_TYPE");
});

test.each(uploading)(
  "$method $path reads a file of its types and size and nothing else",
  async (endpoint) => {
    const { mostBytes } = endpoint.upload!;
    const form = () => ({ headers: { "content-type": "multipart/form-data; boundary=b" } });
    for (const type of ["", "application/json", "text/plain", "image/svg+xml", "application/octet-stream"]) {
      const headers = { "content-type": type };
      await expect(await ask(endpoint, { headers })).toFailWith("UNSUPPORTED_MEDIA_TYPE");
    }
    const headers = { "content-encoding": "gzip" };
    await expect(await ask(endpoint, { headers })).toFailWith("UNSUPPORTED_MEDIA_TYPE");
    const large = new Uint8Array(mostBytes + 1);
    await expect(await ask(endpoint, { body: large })).toFailWith("PAYLOAD_TOO_LARGE");
    await expect(await ask(endpoint, { ...form(), body: "no form" })).toFailWith("MALFORMED_REQUEST");
  },
);

test.each(endpoints.filter(({ query }) => query))(
  "$method $path takes no parameter twice",
  async (endpoint) => {
    await expect(await ask(endpoint, { query: "?next=1&next=2" })).toFailWith("MALFORMED_REQUEST");
  },
);

test.each(endpoints.filter(({ params, body }) => params && (body?.safeParse({}).success ?? true)))(
  "$method $path finds nothing under an id that nobody gave",
  async (endpoint) => {
    await expect(await ask(endpoint)).toFailWith("NOT_FOUND");
  },
);

test.each(endpoints.filter(({ role }) => role))("$method $path is for administrators", async (endpoint) => {
  const { accessToken } = await startSession(await createUser());
  const headers = { authorization: `Bearer ${accessToken}` };
  // What any of them can't do without.
  const body = JSON.stringify(BODIES[keyOf(endpoint)] ?? { email: "somebody@example.com" });
  await expect(await ask(endpoint, { headers, body })).toFailWith("FORBIDDEN");
});

// Bodies that are all right, so that what is asked next is asked.
const BODIES: Record<string, unknown> = {
  "POST /api/v1/tags": { name: "gate", color: "#2f6f5e" },
  "PATCH /api/v1/tags/{id}": { name: "gate" },
  "PATCH /api/v1/tasks/{id}": { title: "Oil the hinges" },
  "POST /api/v1/tasks/{id}/completion": { completed: true },
  "POST /api/v1/admin/next-steps": { backup: true },
  "PATCH /api/v1/admin/settings": { organization_name: "Lantern & Sons" },
  "PATCH /api/v1/admin/users/{id}": { is_active: false },
  "POST /api/v1/admin/invitations": { email: "somebody@example.com" },
  "POST /api/v1/users/me/email-changes": { email: "somebody@example.com" },
  "POST /api/v1/admin/users/bulk": { action: "disable", ids: [randomUUID()] },
  "POST /api/v1/admin/users": { email: "somebody@example.com" },
  "POST /api/v1/auth/reauthentication-links": {},
  "POST /api/v1/auth/reauthentication-links/confirm": { token: "0".repeat(80) },
};
const keyOf = ({ method, path }: Asked) => `${method} ${path}`;
const askable = guarded.filter(
  (endpoint) => endpoint.method !== "GET" && (!endpoint.body || endpoint.upload || BODIES[keyOf(endpoint)]),
);
const bodyOf = (endpoint: Asked) => (endpoint.upload ? "a picture" : JSON.stringify(BODIES[keyOf(endpoint)]));

test.each(askable.filter(({ fresh }) => fresh))("$method $path wants a fresh sign-in", async (endpoint) => {
  const authenticatedAt = new Date(Date.now() - (endpoint.fresh! + 1) * 1000);
  const stale = await startSession(await createUser({ role: "admin" }), { authenticatedAt });
  const headers = { authorization: `Bearer ${stale.accessToken}` };
  await expect(await ask(endpoint, { headers, body: bodyOf(endpoint) })).toFailWith(
    "REAUTHENTICATION_REQUIRED",
  );
});

test.each(askable)("$method $path is paid for out of the person's budget", async (endpoint) => {
  resetSettings({ RATE_LIMIT_USER_PER_MINUTE: "1" });
  await expect(await ask(endpoint, { body: bodyOf(endpoint) })).toFailWith("RATE_LIMIT_EXCEEDED");
});

// Where an empty one won't do.
const MORE_BODIES: Record<string, unknown> = {
  ...BODIES,
  "POST /api/v1/tasks": { title: "Oil the hinges" },
  "PUT /api/v1/users/me/password": { current_password: "a", new_password: "a ferry in the evening" },
};

/** One that wants a body which isn't written down here says so first. */
function canBeAsked(endpoint: Asked) {
  const { body, upload } = endpoint;
  return !body || upload || MORE_BODIES[keyOf(endpoint)] || body.safeParse({}).success;
}

test.each(guarded.filter((endpoint) => !endpoint.unverified && canBeAsked(endpoint)))(
  "$method $path waits until a person's email is verified, where that is required",
  async (endpoint) => {
    resetSettings(VERIFICATION_IS_REQUIRED);
    const { accessToken } = await startSession(await createUser({ role: "admin" }));
    const headers = { authorization: `Bearer ${accessToken}` };
    const body = endpoint.upload ? "a picture" : JSON.stringify(MORE_BODIES[keyOf(endpoint)] ?? {});
    await expect(await ask(endpoint, { headers, body })).toFailWith("EMAIL_NOT_VERIFIED");
  },
);

test("what is open before that is what leads there, and out", () => {
  const open = guarded.filter(({ unverified }) => unverified).map(keyOf);
  expect(open.toSorted()).toEqual([
    "DELETE /api/v1/users/me",
    "GET /api/v1/auth/reauthentication",
    "POST /api/v1/auth/email-verifications",
    "POST /api/v1/auth/reauthentication",
    "POST /api/v1/auth/reauthentication-links",
    "POST /api/v1/auth/reauthentication-links/confirm",
    "POST /api/v1/users/me/email-changes",
  ]);
});

test("so is a search for people", async () => {
  resetSettings({ RATE_LIMIT_USER_PER_MINUTE: "1" });
  const search = endpoints.find((endpoint) => keyOf(endpoint) === "GET /api/v1/admin/users")!;
  await expect(await ask(search, { query: "?q=greta" })).toFailWith("RATE_LIMIT_EXCEEDED");
});
