import { createTranslator } from "next-intl";
import { type Locale, MESSAGES } from "@/i18n/locale";
import { ERROR_STATUS, type ErrorCode, type FieldProblem, type Problem } from "@/lib/errors";
import { PROBLEM_TYPE, problemDetails } from "@/lib/problem-details.mjs";
import { PAGE_POLICY, problemPage } from "@/lib/problem-page.mjs";
import { textResponse } from "@/lib/text-response.mjs";

type Params = Record<string, string | number>;

/** The sentence for a code in one language. */
export function detailOf(code: ErrorCode, locale: Locale, params: Params = {}): string {
  const translate = createTranslator({ locale, messages: MESSAGES[locale], namespace: "errors" });
  return (translate as unknown as (key: ErrorCode, params: Params) => string)(code, params);
}

/** The sentence for what is wrong with a field. */
export function detailOfField({ field, code, params, missing }: FieldProblem, locale: Locale): string {
  if (!missing) return detailOf(code, locale, params);
  const t = createTranslator({ locale, messages: MESSAGES[locale], namespace: "required" });
  return field !== "any" && t.has(field as "any") ? t(field as "email") : t("any", { field });
}

type Telling = { locale: Locale; traceId: string };

/** What is said of a problem: code, field and limits, and nothing else that it carries. */
export function problemBody(problem: Problem, { locale, traceId }: Telling) {
  const { code, problems } = problem;
  const params = { ...problem.params, seconds: problem.retryAfterSeconds ?? 1 };
  const top = problems?.[0] ?? { code, field: problem.field ?? "", params };
  return problemDetails({
    status: ERROR_STATUS[code],
    detail: detailOfField(top, locale),
    code: top.code,
    field: top.field || undefined, // a problem of the whole has none
    traceId,
    errors: problems?.map((each) => ({
      field: each.field,
      code: each.code,
      detail: detailOfField(each, locale),
    })),
  });
}

/** A problem as its answer (RFC 9457). */
export function problemResponse(problem: Problem, telling: Telling): Response {
  const headers = headersOf(problem, PROBLEM_TYPE);
  return textResponse(JSON.stringify(problemBody(problem, telling)), { status: problem.status, headers });
}

/** The same for a person who was on the way to a page. */
export function problemPageResponse(problem: Problem, { locale, traceId }: Telling): Response {
  const t = createTranslator({ locale, messages: MESSAGES[locale], namespace: "errorPage" });
  const page = problemPage({
    locale,
    heading: t("heading"),
    body: problemBody(problem, { locale, traceId }).detail,
    retry: t("retry"),
    reference: `${t("reference")} ${traceId}`,
  });
  const headers = headersOf(problem, "text/html; charset=utf-8");
  headers.set("content-security-policy", PAGE_POLICY);
  return new Response(page, { status: problem.status, headers });
}

function headersOf(problem: Problem, type: string) {
  const headers = new Headers({ "content-type": type, "cache-control": "no-store" });
  if (problem.status === 401) headers.set("www-authenticate", "Bearer");
  if (problem.allow) headers.set("allow", problem.allow.join(", "));
  if (problem.retryAfterSeconds !== undefined) headers.set("retry-after", String(problem.retryAfterSeconds));
  return headers;
}
