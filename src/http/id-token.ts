import {
  compactVerify,
  createLocalJWKSet,
  decodeJwt,
  errors,
  type JSONWebKeySet,
  type JWTPayload,
} from "jose";
import type { createProviderFetch } from "./provider-fetch";

// Auth.js compares issuer, audience, nonce and times, and leaves the signature to the connection that the token came by, as
// OpenID Connect lets it. A proxy in between, or a token endpoint that answers with another's token, would go unnoticed.

const KEYS_KEPT_MS = 5 * 60_000;
// None that our own secret would verify, and not `none`.
const ALGORITHMS = [
  "RS256",
  "RS384",
  "RS512",
  "PS256",
  "PS384",
  "PS512",
  "ES256",
  "ES384",
  "ES512",
  "EdDSA",
  "Ed25519",
];

type Fetch = ReturnType<typeof createProviderFetch>["fetch"];
type From = { issuer: string; fetch: Fetch };

const known = new Map<string, { keys: Promise<JSONWebKeySet>; until: number }>();

/** What an ID token says, once it is the issuer's own. */
export async function readIdToken(idToken: string, from: From): Promise<JWTPayload> {
  try {
    await verify(idToken, await keysOf(from));
  } catch (error) {
    if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
    // They may have changed since.
    known.delete(from.issuer);
    await verify(idToken, await keysOf(from));
  }
  return decodeJwt(idToken);
}

function verify(idToken: string, keys: JSONWebKeySet) {
  return compactVerify(idToken, createLocalJWKSet(keys), { algorithms: ALGORITHMS });
}

function keysOf(from: From): Promise<JSONWebKeySet> {
  const found = known.get(from.issuer);
  if (found && found.until > Date.now()) return found.keys;
  const keys = fetchKeys(from);
  known.set(from.issuer, { keys, until: Date.now() + KEYS_KEPT_MS });
  keys.catch(() => known.delete(from.issuer));
  return keys;
}

async function fetchKeys({ issuer, fetch }: From): Promise<JSONWebKeySet> {
  const discovery = new URL(issuer);
  discovery.pathname = `${discovery.pathname.replace(/\/$/, "")}/.well-known/openid-configuration`;
  const { jwks_uri } = await (await fetch(discovery)).json();
  return (await fetch(jwks_uri, { redirect: "error" })).json();
}
