import { Problem } from "@/lib/errors";
import { settings } from "@/lib/settings";

// No database in here: the middleware asks at the edge for the origins that its policy names.

export type ProviderId = "github" | "google" | "oidc";

export const GOOGLE = "https://accounts.google.com";

/** Somebody who vouches for people. `origin` is where they are asked, as far as the settings tell. */
export type IdentityProvider = { id: ProviderId; name: string; origin: string };

/** The ones that are set up, in the order of their buttons. */
export function listProviders(): IdentityProvider[] {
  const { AUTH_GITHUB_ID, AUTH_GITHUB_URL, AUTH_GOOGLE_ID, AUTH_OIDC_ISSUER } = settings();
  const ids: [ProviderId, string | undefined][] = [
    ["github", AUTH_GITHUB_ID && AUTH_GITHUB_URL],
    ["google", AUTH_GOOGLE_ID && GOOGLE],
    ["oidc", AUTH_OIDC_ISSUER],
  ];
  return ids.flatMap(([id, address]) =>
    address ? [{ id, name: providerName(id), origin: new URL(address).origin }] : [],
  );
}

/** Who can be told to ask a person again, and says when it did. GitHub has no word for it, and Google refuses to. */
export function asksAgain(id: ProviderId): boolean {
  return id === "oidc";
}

export function getProvider(id: string): IdentityProvider {
  const provider = listProviders().find((provider) => provider.id === id);
  if (provider === undefined) throw new Problem("NOT_FOUND");
  return provider;
}

/** What people know it by, also once it is no longer set up. */
export function providerName(id: string): string {
  const { AUTH_OIDC_NAME, AUTH_OIDC_ISSUER } = settings();
  if (id === "github") return "GitHub";
  if (id === "google") return "Google";
  if (id !== "oidc") return id;
  return AUTH_OIDC_NAME ?? (AUTH_OIDC_ISSUER ? new URL(AUTH_OIDC_ISSUER).host : "OpenID Connect");
}
