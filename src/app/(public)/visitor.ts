import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { thisOrganization } from "@/app/organization";
import { type Problems, WHOLE_FORM } from "@/components/form/problems";
import { LIMITS } from "@/domain/users/schema";
import { readFormState } from "@/http/form-state";
import { safeNext } from "@/http/origin";
import { currentUser } from "@/http/page-caller";
import { detailOf } from "@/http/problem";
import { isErrorCode } from "@/lib/errors";
import { settings } from "@/lib/settings";

export type Query = Promise<Record<string, string | string[] | undefined>>;

/** Redirects to setup until it is complete, and signed-in people to where they were going. */
export async function welcomeVisitor(query: Query) {
  const next = safeNext(single((await query).next));
  const [organization, owner] = await Promise.all([thisOrganization(), currentUser()]);
  if (organization === null) redirect("/setup");
  if (owner !== null) redirect(next);
  return { organization, next };
}

/** For pages that are of use whoever is signed in. */
export async function requireSetUp() {
  if ((await thisOrganization()) === null) redirect("/setup");
}

/** The outcome of a form sent without JavaScript: its problems, and what was typed. */
export async function readRefusedForm(query: Query, fields: string[]) {
  const given = await query;
  const code = single(given.code);
  const typed = readFormState((await headers()).get("cookie"));
  if (!isErrorCode(code)) return { problems: {}, typed: {}, reason: typed.reason };
  const field = single(given.field) ?? "";
  const problems: Problems = {
    [fields.includes(field) ? field : WHOLE_FORM]:
      field === "password_confirmation"
        ? (await getTranslations("form"))("mismatch")
        : detailOf(code, await getLocale(), numbersIn(given)),
  };
  return { problems, typed };
}

function numbersIn(query: Awaited<Query>) {
  const usual = { min: settings().PASSWORD_MIN_LENGTH, max: LIMITS.password.max, seconds: 60 };
  const given = Object.entries(usual).map(([name, value]) => [name, Number(single(query[name])) || value]);
  return Object.fromEntries(given);
}

export function single(value: string | string[] | undefined) {
  return Array.isArray(value) ? value[0] : value;
}

/** A link to another public page that keeps `next`. */
export function withNext(path: string, next: string) {
  return next === "/" ? path : `${path}?${new URLSearchParams({ next })}`;
}
