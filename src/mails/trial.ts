import { randomUUID } from "node:crypto";
import { renderMail } from "./render";

/** A mail that says nothing but that mail works. */
export async function renderTrial(recipient: string) {
  const id = randomUUID();
  const nobody = { username: null, fullName: null, isVerified: false, detail: {} };
  const mail = { id, kind: "trial", recipient, locale: "en", sentAt: null, createdAt: new Date(), ...nobody };
  return { id, ...(await renderMail(mail)) };
}
