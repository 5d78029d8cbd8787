import { randomInt } from "node:crypto";
import { LIMITS } from "./schema";

const { min, max } = LIMITS.username;
const MOST_DIGITS = 6;

/** A username out of an email: what stands before the @, with what a username can't have left out. */
export function usernameFromEmail(email: string): string {
  const local = asUsername(email);
  return local.length >= min ? local : `${local}admin`;
}

/** Usernames out of what a provider calls somebody: the name itself, then with numbers that nobody will have. */
export function usernameCandidates(nicknames: string[]): string[] {
  const names = nicknames.map(asUsername).filter((name) => name.length >= min);
  const base = names[0] ?? "user";
  const numbered = Array.from({ length: 4 }, (_, index) => {
    const digits = String(randomInt(10 ** (MOST_DIGITS - index - 1), 10 ** (MOST_DIGITS - index)));
    return `${base.slice(0, max - MOST_DIGITS - 1)}-${digits}`;
  }).reverse();
  return [...names, ...numbered];
}

/** Without accents, without what a username can't have, and without the host where it is an email. */
function asUsername(nickname: string) {
  return (nickname.split("@")[0] ?? "")
    .normalize("NFKD")
    .replaceAll(/[^A-Za-z0-9_.-]/g, "")
    .slice(0, max);
}
