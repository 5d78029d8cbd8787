import { isLoopback } from "./loopback";
import { settings } from "./settings";

/** Whether there is a server to send by. */
export function sendsMail(): boolean {
  return settings().SMTP_URL !== undefined;
}

/** Whether what isn't sent is shown at /dev/mail; `local` says of an installation of this machine alone that it is. */
export function showsMail({ local }: { local: boolean }): boolean {
  const { DEV_MAIL, TRUSTED_PROXY_HOPS, APP_URL } = settings();
  if (sendsMail() || DEV_MAIL === "off") return false;
  return DEV_MAIL === "on" || (local && TRUSTED_PROXY_HOPS === 0 && isLoopback(new URL(APP_URL).hostname));
}

/** Whether a mail reaches anybody: by the server, or at /dev/mail. */
export function canMail(): boolean {
  return sendsMail() || showsMail({ local: true });
}
