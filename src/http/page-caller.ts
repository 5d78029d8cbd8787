import "server-only";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { mustVerify } from "@/domain/email-verification/promise-verification";
import type { Caller } from "@/domain/sessions/sessions";
import { cookieTokens, findCaller } from "./caller";
import { safeNext } from "./origin";

/** Who looks at this page, once a request however many components ask. Null is nobody. */
export const currentUser = cache(async () => findCaller(await headers()));

/**
 * The gate of every signed-in page. Whoever may still have a session renews it, everybody else signs in; both come back.
 * Who has to verify their email does that first, but on a page that says `unverified`.
 */
export async function requireUser({ unverified = false } = {}): Promise<Caller> {
  const owner = await currentUser();
  if (owner && !unverified && mustVerify(owner.user)) redirect("/verify-email");
  if (owner) return owner;
  const requestHeaders = await headers();
  const { access, refresh } = cookieTokens(requestHeaders);
  const next = safeNext(requestHeaders.get("x-gatehouse-path"));
  const query = next === "/" ? "" : `?${new URLSearchParams({ next })}`;
  // By way of the renewal even where only a dead access token is left: it clears what can't be renewed.
  redirect(access || refresh ? `/api/v1/auth/refresh${query}` : `/login${query}`);
}

/** The gate of the administration. To everybody else there is nothing here. */
export async function requireAdmin(): Promise<Caller> {
  const owner = await requireUser();
  if (owner.user.role !== "admin") notFound();
  return owner;
}
