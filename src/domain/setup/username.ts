import { LIMITS } from "@/domain/users/schema";

/** A username out of an e-mail: what stands before the @, with what a username can't have left out. */
export function usernameFromEmail(email: string): string {
  const local = (email.split("@")[0] ?? "").replaceAll(/[^a-z0-9_.-]/gi, "").slice(0, LIMITS.username.max);
  return local.length >= LIMITS.username.min ? local : `${local}admin`;
}
