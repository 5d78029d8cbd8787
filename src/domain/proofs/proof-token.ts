import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { deriveKey, derivePreviousKey } from "@/lib/keys";

// proof id (16 bytes) ‖ first 24 bytes of HMAC-SHA-256 over it.
// Derived, not drawn: so a link can be written when its mail is made, and nothing that waits for that holds a token.
const ID_BYTES = 16;
const MAC_BYTES = 24;

export const PROOF_TOKEN_FORM = /^[0-9a-f]{80}$/;

export async function deriveProofToken(proofId: string): Promise<string> {
  return tokenBy(await deriveKey("mail-proof"), idBytes(proofId));
}

/** Whether a token is one of ours at all. Costs one MAC, whatever is handed in. */
export async function isGenuineProofToken(token: string): Promise<boolean> {
  if (!PROOF_TOKEN_FORM.test(token)) return false;
  const id = Buffer.from(token, "hex").subarray(0, ID_BYTES);
  const keys = await Promise.all([deriveKey("mail-proof"), derivePreviousKey("mail-proof")]);
  return keys.some(
    (key) => key !== undefined && timingSafeEqual(Buffer.from(tokenBy(key, id)), Buffer.from(token)),
  );
}

/** What a genuine one is derived from: the id of its mail. */
export function proofIdOf(token: string): string {
  return token.slice(0, ID_BYTES * 2).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** What the table keeps of a token. */
export function hashProofToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

function tokenBy(key: Uint8Array, id: Buffer) {
  const mac = createHmac("sha256", key).update(id).digest().subarray(0, MAC_BYTES);
  return Buffer.concat([id, mac]).toString("hex");
}

function idBytes(proofId: string) {
  return Buffer.from(proofId.replaceAll("-", ""), "hex");
}
