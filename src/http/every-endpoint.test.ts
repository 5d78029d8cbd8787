import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { createAccessToken } from "@/domain/sessions/access-token";
import { serveApi } from "@/testing/api-server";
import { cookieHeader } from "@/testing/callers";
import { createUser, startSession, type TestSession, type TestUser } from "@/testing/factories";
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

beforeAll(async () => {
  admin = await startSession(await createUser({ role: "admin" }));
});

type Asked = (typeof endpoints)[number];
type Asking = { headers?: Record<string, string>; body?: BodyInit; query?: string };

/** By an administrator, with a body that can be read, unless said otherwise. */
function ask(
  { method, path, body: takes, upload }: Asked,
  { headers, body = "{}", query = "" }: Asking = {},
) {
  const address = path.replaceAll(/\{[^}]+\}/g, () => randomUUID());
  return api.fetch(address + query, {
    method,
    headers: {
      authorization: `Bearer ${admin.accessToken}`,
      ...(upload ? IMAGE_TYPE : JSON_TYPE),
      ...headers,
    },
    body: takes ? body : undefined,
  });
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
  const body = JSON.stringify({ email: "somebody@example.com" });
  await expect(await ask(endpoint, { headers, body })).toFailWith("FORBIDDEN");
});
