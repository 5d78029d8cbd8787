"use client";

import type { ReactNode, SubmitEvent } from "react";
import { gatehouse, signedOutHere } from "./keep-session";

const NEXT = "/login";

/** Every signed-in page has this form, so that the account menu can submit it. */
export const SIGN_OUT_ID = "sign-out";

/** Signs out; with script the other tabs are told, and nothing of the signed-in pages stays in the router's memory. */
export function SignOutForm({ children }: { children: ReactNode }) {
  async function signOut(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const answer = await gatehouse.POST("/api/v1/auth/logout", { body: {} }).catch(() => null);
    // If the request fails, submit the form, so that the browser shows why.
    if (!answer?.response.ok) return form.submit();
    signedOutHere();
  }

  return (
    <form id={SIGN_OUT_ID} method="post" action="/api/v1/auth/logout" onSubmit={signOut}>
      <input type="hidden" name="next" value={NEXT} />
      {children}
    </form>
  );
}
