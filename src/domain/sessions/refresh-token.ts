import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { deriveKey, derivePreviousKey } from "@/lib/keys";

// session id (16 bytes) ‖ generation (4 bytes) ‖ first 44 bytes of HMAC-SHA-384 over both.
// Derived, not drawn: the successor of a token can be told again, so a lost answer costs nobody the session.
const ID_BYTES = 16;
const HEAD_BYTES = 20;
const MAC_BYTES = 44;
const FORM = /^[0-9a-f]{128}$/;
const LAST_GENERATION = 0x7fff_ffff; // as far as Postgres' integer goes

export async function deriveRefreshToken(sessionId: string, generation: number): Promise<string> {
  const head = Buffer.alloc(HEAD_BYTES);
  head.write(sessionId.replaceAll("-", ""), 0, ID_BYTES, "hex");
  head.writeUInt32BE(generation, ID_BYTES);
  return Buffer.concat([head, mac(await deriveKey("refresh-token"), head)]).toString("hex");
}

export type RefreshTokenParts = { sessionId: string; generation: number };

/** What a genuine token says, or null. Costs one MAC, whatever is handed in. */
export async function readRefreshToken(token: string): Promise<RefreshTokenParts | null> {
  if (!FORM.test(token)) return null;
  const bytes = Buffer.from(token, "hex");
  const head = bytes.subarray(0, HEAD_BYTES);
  const claimed = bytes.subarray(HEAD_BYTES);
  const previous = derivePreviousKey("refresh-token");
  const genuine =
    timingSafeEqual(mac(await deriveKey("refresh-token"), head), claimed) ||
    (previous !== undefined && timingSafeEqual(mac(await previous, head), claimed));
  const generation = head.readUInt32BE(ID_BYTES);
  return genuine && generation < LAST_GENERATION
    ? { sessionId: toUuid(head.toString("hex", 0, ID_BYTES)), generation }
    : null;
}

/** What the table keeps of a token. */
export function hashRefreshToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

function mac(key: Uint8Array, head: Uint8Array) {
  return createHmac("sha384", key).update(head).digest().subarray(0, MAC_BYTES);
}

function toUuid(hex: string) {
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
