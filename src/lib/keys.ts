import { settings } from "./settings";

/** What a key is for. Keys of different purposes say nothing of each other (HKDF, RFC 5869). */
type Purpose =
  | "access-token"
  | "refresh-token"
  | "rate-limit"
  | "oauth"
  | "mail-proof"
  | "device"
  | "doctor"
  | "dummy-hash";

const derived = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

/** 32 bytes for one purpose from the current secret; `previous` from the one before, where there is one. Same in Node and at the edge. */
export function deriveKey(purpose: Purpose): Promise<Uint8Array<ArrayBuffer>> {
  return derive(settings().SECRET_KEY, purpose);
}

export function derivePreviousKey(purpose: Purpose): Promise<Uint8Array<ArrayBuffer>> | undefined {
  const { SECRET_KEY_PREVIOUS } = settings();
  return SECRET_KEY_PREVIOUS === undefined ? undefined : derive(SECRET_KEY_PREVIOUS, purpose);
}

function derive(secret: string, purpose: Purpose) {
  const id = `${purpose} ${secret}`;
  const known = derived.get(id) ?? hkdf(secret, purpose);
  derived.set(id, known);
  return known;
}

async function hkdf(secret: string, purpose: Purpose) {
  const encoder = new TextEncoder();
  const base = await crypto.subtle.importKey("raw", encoder.encode(secret.toLowerCase()), "HKDF", false, [
    "deriveBits",
  ]);
  const salt = new Uint8Array();
  const info = encoder.encode(`gatehouse ${purpose}`);
  return new Uint8Array(
    await crypto.subtle.deriveBits({ name: "HKDF", hash: "SHA-256", salt, info }, base, 256),
  );
}
