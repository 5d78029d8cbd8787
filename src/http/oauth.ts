import { skipCSRFCheck } from "@auth/core";
import { NextRequest } from "next/server";
import NextAuth, { customFetch, type NextAuthConfig } from "next-auth";
import type { OAuthConfig, OIDCConfig } from "next-auth/providers";
import GitHub, { type GitHubProfile } from "next-auth/providers/github";
import type { Identity } from "@/domain/identities/identity";
import { GOOGLE, type ProviderId } from "@/domain/identities/providers";
import { parseCookies } from "@/lib/cookies.mjs";
import { deriveKey } from "@/lib/keys";
import { log } from "@/lib/log";
import { settings } from "@/lib/settings";
import { readIdToken } from "./id-token";
import { readClaims, readGitHubUser } from "./oauth-claims";
import { reasonsOf } from "./oauth-failure";
import { createProviderFetch } from "./provider-fetch";
import { usesHttps } from "./session-cookies";

// The only file that knows Auth.js. It does the authorization: the way to the provider with state, nonce and PKCE, and on the
// way back the exchange and its checks. Who came is taken from its signIn callback, and there it ends: it has no adapter
// and starts no session (docs/decisions/0013).

export type Failure = { failed: "unavailable" | "failed" };

const CHECK_SECONDS = 15 * 60;

/** The cookies of an authorization under way, by Auth.js's names for them. */
export function checkCookieNames() {
  const prefix = usesHttps() ? "__Host-" : "";
  return {
    state: `${prefix}gatehouse.oauth-state`,
    nonce: `${prefix}gatehouse.oauth-nonce`,
    pkceCodeVerifier: `${prefix}gatehouse.oauth-pkce`,
  };
}

// Whoever is signed in at the provider has to show again who they are, and it has to say when they did.
const ASK_AGAIN = new URLSearchParams({ prompt: "login", max_age: "0" });

/** The way to the provider, and the cookies by which whoever comes back is known to be the one who left. */
export async function startAuthorization(
  id: ProviderId,
  { again = false } = {},
): Promise<{ location: URL; state: string; cookies: string[] } | Failure> {
  const authorization = await prepare(id);
  const search = again ? `?${ASK_AGAIN}` : "";
  const answer = await authorization.ask("signin", { method: "POST", search });
  const location = answer.headers.get("location") ?? "";
  const state = URL.canParse(location) ? new URL(location).searchParams.get("state") : null;
  if (authorization.result.error !== undefined || state === null) return authorization.failure();
  const checks = Object.values(checkCookieNames());
  const cookies = answer.headers
    .getSetCookie()
    .filter((line) => checks.some((name) => line.startsWith(`${name}=`)));
  return { location: new URL(location), state, cookies };
}

type Return = { headers: Headers; search: string };

/** Whom the provider vouches for, after everything about the way back has been checked. */
export async function finishAuthorization(
  id: ProviderId,
  { headers, search }: Return,
): Promise<Identity | Failure> {
  const authorization = await prepare(id);
  const brought = parseCookies(headers.get("cookie"));
  const cookie = Object.values(checkCookieNames())
    .map((name) => `${name}=${brought.get(name) ?? ""}`)
    .join("; ");
  await authorization.ask("callback", { search, headers: { cookie } });
  return authorization.result.identity ?? authorization.failure();
}

type OpenIdProfile = { sub: string };

type Result = { identity?: Identity; error?: unknown };

async function prepare(id: ProviderId) {
  ignoreEnvironment();
  const result: Result = {};
  const provider = createProviderFetch();
  const { handlers } = NextAuth({
    basePath: "/api/auth",
    trustHost: true,
    secret: Buffer.from(await deriveKey("oauth")).toString("hex"),
    skipCSRFCheck, // endpoint() has looked at where the request comes from
    useSecureCookies: usesHttps(),
    cookies: checkCookies(),
    session: { strategy: "jwt" },
    providers: [providerOf(id, provider.fetch)],
    callbacks: {
      async signIn({ account, profile }) {
        const idToken = account?.id_token;
        result.identity = await readIdentity(id, { profile, idToken, fetch: provider.fetch });
        return "/"; // anywhere: what it would do next is not wanted
      },
    },
    logger: {
      error: (error) => {
        result.error = error;
      },
      warn: () => {},
      debug: () => {},
    },
  });

  return {
    result,
    ask(action: "signin" | "callback", { search = "", ...init }: RequestInit & { search?: string }) {
      const url = new URL(`/api/auth/${action}/${id}${search}`, settings().APP_URL);
      const request = new NextRequest(url, init as ConstructorParameters<typeof NextRequest>[1]);
      return handlers[init.method === "POST" ? "POST" : "GET"](request);
    },
    failure(): Failure {
      log().warn({ reasons: reasonsOf(result.error), provider: id }, "signing in with a provider failed");
      return { failed: provider.wasUnreachable() ? "unavailable" : "failed" };
    },
  };
}

/** Auth.js would take these above what it is told; our address is APP_URL and nothing else. */
function ignoreEnvironment() {
  for (const name of ["AUTH_URL", "NEXTAUTH_URL", "AUTH_REDIRECT_PROXY_URL"]) delete process.env[name];
}

function checkCookies(): NextAuthConfig["cookies"] {
  const options = {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure: usesHttps(),
    maxAge: CHECK_SECONDS,
  } as const;
  const named = Object.entries(checkCookieNames()).map(([check, name]) => [check, { name, options }]);
  return Object.fromEntries(named);
}

type Fetch = ReturnType<typeof createProviderFetch>["fetch"];

function providerOf(id: ProviderId, fetch: Fetch): NextAuthConfig["providers"][number] {
  const provider = id === "github" ? gitHub(fetch) : openIdConnect(id);
  return Object.assign(provider, { [customFetch]: fetch });
}

function gitHub(fetch: Fetch): OAuthConfig<GitHubProfile> {
  const { AUTH_GITHUB_ID, AUTH_GITHUB_SECRET, AUTH_GITHUB_URL } = settings();
  const baseUrl = AUTH_GITHUB_URL === "https://github.com" ? undefined : AUTH_GITHUB_URL;
  const api = baseUrl ? `${baseUrl}/api/v3` : "https://api.github.com";
  const enterprise = { baseUrl };
  return {
    ...GitHub({ clientId: AUTH_GITHUB_ID, clientSecret: AUTH_GITHUB_SECRET, enterprise }),
    checks: ["state", "pkce"],
    userinfo: { url: `${api}/user`, request: gitHubUser(api, fetch) },
    profile: ({ id }) => ({ id: String(id) }),
  };
}

function clientOf(id: "google" | "oidc") {
  const { AUTH_GOOGLE_ID, AUTH_GOOGLE_SECRET, AUTH_OIDC_ISSUER, AUTH_OIDC_ID, AUTH_OIDC_SECRET } = settings();
  return id === "google"
    ? { issuer: GOOGLE, clientId: AUTH_GOOGLE_ID, clientSecret: AUTH_GOOGLE_SECRET }
    : { issuer: AUTH_OIDC_ISSUER, clientId: AUTH_OIDC_ID, clientSecret: AUTH_OIDC_SECRET };
}

function openIdConnect(id: "google" | "oidc"): OIDCConfig<OpenIdProfile> {
  return {
    id,
    name: id,
    type: "oidc",
    ...clientOf(id),
    checks: ["state", "nonce", "pkce"],
    // Many say in the ID token only who it is; the rest is asked for.
    idToken: false,
    profile: ({ sub }) => ({ id: sub }),
  };
}

/** Auth.js's own takes the first email there is, verified or not, and waits for ever. */
function gitHubUser(api: string, fetch: Fetch) {
  return async ({ tokens }: { tokens: { access_token?: string } }) => {
    const headers = {
      authorization: `Bearer ${tokens.access_token}`,
      accept: "application/json",
      "user-agent": "gatehouse",
    };
    const [user, emails] = await Promise.all(
      ["/user", "/user/emails"].map((path) => fetch(api + path, { headers, redirect: "error" })),
    );
    if (!user?.ok) throw new Error(`GitHub answers ${user?.status}`);
    return { ...(await user.json()), emails: emails?.ok ? await emails.json() : [] };
  };
}

type Told = { profile: unknown; idToken: string | undefined; fetch: Fetch };

async function readIdentity(id: ProviderId, { profile, idToken, fetch }: Told): Promise<Identity> {
  if (id === "github") return { provider: id, type: "oauth", ...readGitHubUser(profile) };
  if (idToken === undefined) throw new Error("There is no ID token");
  const issuer = clientOf(id).issuer ?? "";
  return {
    provider: id,
    type: "oidc",
    ...readClaims(profile, await readIdToken(idToken, { issuer, fetch })),
  };
}
