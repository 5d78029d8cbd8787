import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";
import { deriveKey, derivePreviousKey } from "@/lib/keys";

// A browser that somebody has signed in with before, and for whom. It opens nothing: it only tells its owner's attempts
// from those of visitors.

/** `generation`: the account's at that time; once that has gone up, the device is unknown to it again. */
export type KnownAccount = { userId: string; generation: number };

export type Device = { id: string; accounts: KnownAccount[] };

export const DEVICE_SECONDS = 180 * 86_400;
const MOST_ACCOUNTS = 5;

const UUID_BYTES = 16;
const HEAD_BYTES = UUID_BYTES + 4;
const ACCOUNT_BYTES = UUID_BYTES + 4;
const MAC_BYTES = 32;
const LONGEST = 300;

/** The device, with this account the first of those that it knows. */
export function remember(device: Device | null, { userId, generation }: KnownAccount): Device {
  const others = device?.accounts.filter((account) => account.userId !== userId) ?? [];
  return {
    id: device?.id ?? randomUUID(),
    accounts: [{ userId, generation }, ...others].slice(0, MOST_ACCOUNTS),
  };
}

export async function sealDevice({ id, accounts }: Device): Promise<string> {
  const issuedAt = Math.floor(Date.now() / 1000);
  const parts = [uuidAndNumber(id, issuedAt), ...accounts.map((a) => uuidAndNumber(a.userId, a.generation))];
  const said = Buffer.concat(parts);
  return Buffer.concat([said, mac(await deriveKey("device"), said)]).toString("base64url");
}

/** What a genuine one says that is not too old; else null. */
export async function openDevice(sealed: string): Promise<Device | null> {
  if (sealed.length > LONGEST) return null;
  const bytes = Buffer.from(sealed, "base64url");
  const said = bytes.subarray(0, -MAC_BYTES);
  if (said.length < HEAD_BYTES || (said.length - HEAD_BYTES) % ACCOUNT_BYTES !== 0) return null;
  const claimed = bytes.subarray(-MAC_BYTES);
  const previous = derivePreviousKey("device");
  const genuine =
    timingSafeEqual(mac(await deriveKey("device"), said), claimed) ||
    (previous !== undefined && timingSafeEqual(mac(await previous, said), claimed));
  if (!genuine || said.readUInt32BE(UUID_BYTES) + DEVICE_SECONDS < Date.now() / 1000) return null;
  const accounts: KnownAccount[] = [];
  for (let at = HEAD_BYTES; at < said.length; at += ACCOUNT_BYTES) {
    accounts.push({ userId: uuidAt(said, at), generation: said.readUInt32BE(at + UUID_BYTES) });
  }
  return { id: uuidAt(said, 0), accounts };
}

export function knows(device: Device, { userId, generation }: KnownAccount): boolean {
  return device.accounts.some((known) => known.userId === userId && known.generation === generation);
}

function uuidAndNumber(uuid: string, number: number) {
  const bytes = Buffer.alloc(HEAD_BYTES);
  bytes.write(uuid.replaceAll("-", ""), 0, UUID_BYTES, "hex");
  bytes.writeUInt32BE(number, UUID_BYTES);
  return bytes;
}

function uuidAt(bytes: Buffer, at: number) {
  return bytes
    .toString("hex", at, at + UUID_BYTES)
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

function mac(key: Uint8Array, said: Buffer) {
  return createHmac("sha256", key).update(said).digest();
}
