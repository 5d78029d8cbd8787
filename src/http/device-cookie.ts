import {
  DEVICE_SECONDS,
  type Device,
  type KnownAccount,
  openDevice,
  remember,
  sealDevice,
} from "@/domain/sign-in/device";
import { parseCookies } from "@/lib/cookies.mjs";
import { settings } from "@/lib/settings";
import { serializeCookie } from "./cookies";
import { usesHttps } from "./session-cookies";

/** Not one of the session's: it outlives signing out. */
export function deviceCookieName() {
  return `${usesHttps() ? "__Host-" : ""}gatehouse.device`;
}

export async function readDevice(headers: Headers): Promise<Device | null> {
  const sealed = parseCookies(headers.get("cookie")).get(deviceCookieName());
  return sealed ? openDevice(sealed) : null;
}

/** The Set-Cookie line by which a browser is known to an account from now on, beside those that it is known to already. */
export async function deviceCookie(headers: Headers, account: KnownAccount): Promise<string> {
  const device = remember(await readDevice(headers), account);
  return serializeCookie(deviceCookieName(), await sealDevice(device), {
    secure: usesHttps(),
    maxAgeSeconds: DEVICE_SECONDS,
    sameSite: settings().COOKIE_SAME_SITE,
  });
}
