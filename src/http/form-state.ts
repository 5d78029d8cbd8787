import { parseCookies } from "@/lib/cookies.mjs";
import type { ErrorCode, Problem } from "@/lib/errors";
import { serializeCookie } from "./cookies";
import { safeNext } from "./origin";
import { usesHttps } from "./session-cookies";

/** What a form brought, for the way back to its page. */
export type FormState = { fields?: Record<string, string> };

/** Keeps what was typed, passwords aside, for the one page load after a problem. Never in the address. */
export const FORM_COOKIE = "gatehouse.form";
const KEPT_SECONDS = 60;
const KEPT_FIELDS = ["email", "username", "full_name", "remember_me", "reason"];
const MOST_KEPT = 3_000;

/** Problems that a page can't tell a person about: the form itself was not right. */
const NOT_THE_PERSONS: ErrorCode[] = [
  "CSRF_REJECTED",
  "MALFORMED_REQUEST",
  "UNSUPPORTED_MEDIA_TYPE",
  "PAYLOAD_TOO_LARGE",
];

export function wantsHtml(headers: Headers): boolean {
  return headers.get("accept")?.includes("text/html") ?? false;
}

/** See Other: the browser goes there by GET, and a reload sends nothing again. */
export function seeOther(location: string, headers = new Headers()): Response {
  headers.set("location", location);
  headers.set("cache-control", "no-store");
  return new Response(null, { status: 303, headers });
}

/** After a form was taken: on to where the person was going. */
export function afterForm(fields: Record<string, string>, headers: Headers): Response {
  headers.append("set-cookie", serializeCookie(FORM_COOKIE, "", { secure: usesHttps(), maxAgeSeconds: 0 }));
  return seeOther(safeNext(fields.next), headers);
}

/** After a form was refused: back to its page with code and field. Null where that is no problem of the person. */
export function backToForm(problem: Problem, page: string, { fields = {} }: FormState): Response | null {
  const { code, field, params } = problem.problems?.[0] ?? problem;
  if (NOT_THE_PERSONS.includes(code)) return null;
  const query = new URLSearchParams({ code });
  // The form of an invitation stands on a page of its own.
  const path = fields.invitation_token ? "/invitation" : page;
  if (field) query.set("field", field);
  const numbers = { ...params, seconds: problem.retryAfterSeconds };
  for (const [name, value] of Object.entries(numbers))
    if (value !== undefined) query.set(name, String(value));
  const next = safeNext(fields.next);
  if (next !== "/") query.set("next", next);
  // The page that a mailed link opened is nothing without it.
  const token = fields.token ?? fields.invitation_token ?? "";
  if (/^[0-9a-f]{1,128}$/.test(token)) query.set("token", token);
  const kept = Object.fromEntries(
    KEPT_FIELDS.filter((name) => fields[name]).map((name) => [name, fields[name]]),
  );
  const headers = new Headers();
  const cookie = formCookie(kept);
  if (cookie.length <= MOST_KEPT) headers.append("set-cookie", cookie);
  return seeOther(`${path}?${query}`, headers);
}

/** Why the browser is sent to sign in, for that page to say. */
export function reasonCookie(code: ErrorCode): string {
  return formCookie({ reason: code });
}

function formCookie(kept: Record<string, string | undefined>): string {
  const value = Buffer.from(JSON.stringify(kept)).toString("base64url");
  return serializeCookie(FORM_COOKIE, value, { secure: usesHttps(), maxAgeSeconds: KEPT_SECONDS });
}

/** What was typed last time, for the page to show again. */
export function readFormState(cookieHeader: string | null): Record<string, string> {
  const value = parseCookies(cookieHeader).get(FORM_COOKIE);
  if (!value) return {};
  try {
    const kept: unknown = JSON.parse(Buffer.from(value, "base64url").toString("utf8"));
    const entries = Object.entries(kept ?? {}).filter(
      ([name, item]) => KEPT_FIELDS.includes(name) && typeof item === "string",
    );
    return Object.fromEntries(entries) as Record<string, string>;
  } catch {
    return {};
  }
}
