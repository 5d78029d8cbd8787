import { afterAll, beforeAll } from "vitest";
import { database } from "@/db/pool";
import { resetSettings } from "@/lib/settings";
import type { ApiServer } from "./api-server";
import { startGitHubServer } from "./servers/github-server.mjs";
import { startOidcServer } from "./servers/oidc-server.mjs";
import { createWanderer, type Stop, type Wanderer } from "./wanderer";

export type Providers = { issuer: string; settings: Record<string, string> };

/** A real OpenID Connect provider and one that speaks GitHub's OAuth, for the tests of this file, and set up. */
export function serveProviders(api: ApiServer): Providers {
  const providers: Providers = { issuer: "", settings: {} };
  const servers: { close: () => Promise<void> }[] = [];
  beforeAll(async () => {
    const callback = (id: string) => ({ redirectUri: `${api.url}/api/auth/callback/${id}` });
    const [oidc, gitHub] = await Promise.all([
      startOidcServer(callback("oidc")),
      startGitHubServer(callback("github")),
    ]);
    servers.push(oidc, gitHub);
    providers.issuer = oidc.issuer;
    providers.settings = {
      AUTH_OIDC_ISSUER: oidc.issuer,
      AUTH_OIDC_ID: oidc.clientId,
      AUTH_OIDC_SECRET: oidc.clientSecret,
      AUTH_OIDC_NAME: "Test ID",
      AUTH_GITHUB_URL: gitHub.url,
      AUTH_GITHUB_ID: gitHub.clientId,
      AUTH_GITHUB_SECRET: gitHub.clientSecret,
    };
    resetSettings(providers.settings);
  });
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.close()));
  });
  return providers;
}

export type Claims = Record<string, string>;

let count = 0;

/** Somebody whom no test has met: what they type at either provider. */
export function visitor(overrides: Claims = {}): Claims {
  count++;
  const name = `guest${count}${process.env.VITEST_POOL_ID ?? ""}`;
  const email = `${name}@example.org`;
  return {
    sub: name,
    id: String(10_000 + count),
    login: name,
    nickname: name,
    name: "Gus Guest",
    email,
    ...overrides,
  };
}

type Entering = { provider?: string; query?: string; decision?: string; browser?: Wanderer };

/** To the provider's page, and no further. */
export async function leaveFor(
  api: ApiServer,
  { provider = "oidc", query = "", browser = createWanderer({ home: api.url }) }: Entering = {},
) {
  const page = await browser.go(`${api.url}/api/auth/signin/${provider}${query}`, { method: "POST" });
  return { page, browser };
}

/** All the way: from our button over the provider's page back to us. */
export async function enterBy(
  api: ApiServer,
  claims: Claims,
  { decision = "allow", ...entering }: Entering = {},
): Promise<Stop & { browser: Wanderer }> {
  const { page, browser } = await leaveFor(api, entering);
  // Somebody whom the provider knows already is not asked.
  const stop = page.location === null ? await browser.submit(page, { ...claims, decision }) : page;
  return { ...stop, browser };
}

export async function userOf(email = ""): Promise<(Record<string, unknown> & { id: string }) | undefined> {
  const [user] = await database()<(Record<string, unknown> & { id: string })[]>`
    select * from users where email = ${email}
  `;
  return user;
}

export async function getUser(email?: string) {
  const user = await userOf(email);
  if (user === undefined) throw new Error(`There is no account of ${email}`);
  return user;
}

/** What was written down about somebody, or about nobody who is known, oldest first. */
export async function eventsOf(subjectId: string | null) {
  return [
    ...(await database()`
      select action, detail from audit_events where subject_id is not distinct from ${subjectId} order by id
    `),
  ];
}
