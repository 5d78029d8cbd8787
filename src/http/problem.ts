import { STATUS_CODES } from "node:http";
import { createTranslator } from "next-intl";
import { chooseLocale, LOCALE_COOKIE, type Locale, MESSAGES } from "@/i18n/locale";
import { ERROR_STATUS, type ErrorCode, type Fault } from "@/lib/errors";
import { parseCookies } from "./cookies";

/** Node's table has the older name of 422. */
function titleOf(status: number) {
  return status === 422
    ? "Unprocessable Content"
    : status === 413
      ? "Content Too Large"
      : (STATUS_CODES[status] ?? "Error");
}

type Params = Record<string, string | number>;

/** The sentence for a code in one language. */
export function detailOf(code: ErrorCode, locale: Locale, params: Params = {}): string {
  const translate = createTranslator({ locale, messages: MESSAGES[locale], namespace: "errors" });
  return (translate as unknown as (key: ErrorCode, params: Params) => string)(code, params);
}

type Telling = { locale: Locale; traceId: string };

/** What is said of a fault: code, field and limits, and nothing else that it carries. */
export function problemBody(fault: Fault, { locale, traceId }: Telling) {
  const { code, faults } = fault;
  const status = ERROR_STATUS[code];
  const top = faults?.[0] ?? { code, field: fault.field, params: fault.params };
  return {
    type: "about:blank",
    title: titleOf(status),
    status,
    detail: detailOf(top.code, locale, { ...top.params, seconds: fault.retryAfterSeconds ?? 1 }),
    code: top.code,
    field: top.field || undefined, // a fault of the whole has none
    trace_id: traceId,
    errors: faults?.map((each) => ({
      field: each.field,
      code: each.code,
      detail: detailOf(each.code, locale, each.params),
    })),
  };
}

/** The language that whoever sent these wants to be told in. */
export function localeOf(headers: Headers): Locale {
  const cookie = parseCookies(headers.get("cookie")).get(LOCALE_COOKIE);
  return chooseLocale(cookie, headers.get("accept-language"));
}

/** A fault as its answer (RFC 9457). */
export function problemResponse(fault: Fault, telling: Telling): Response {
  const headers = new Headers({ "content-type": "application/problem+json", "cache-control": "no-store" });
  if (fault.status === 401) headers.set("www-authenticate", "Bearer");
  if (fault.allow) headers.set("allow", fault.allow.join(", "));
  if (fault.retryAfterSeconds !== undefined) headers.set("retry-after", String(fault.retryAfterSeconds));
  return new Response(JSON.stringify(problemBody(fault, telling)), { status: fault.status, headers });
}
