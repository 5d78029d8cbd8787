import { useTranslations } from "next-intl";

/** What became of a request: its answer, or in words why there is none. `unknown`: it may have been carried out. */
export type Outcome<A> = { ok: true; answer: A } | { ok: false; reason: string; unknown: boolean };

type Answer<A> = { data?: A; error?: { detail?: string; trace_id?: string }; response: Response };

/** Makes a call of the API's client, and tells what it refused in its own words. */
export function useAsk() {
  const t = useTranslations("form");

  return async function ask<A>(call: () => Promise<Answer<A>>): Promise<Outcome<A>> {
    try {
      const { data, error, response } = await call();
      if (response.ok) return { ok: true, answer: data as A };
      const unknown = response.status >= 500;
      const reference = unknown && error?.trace_id ? ` ${t("reference")} ${error.trace_id}` : "";
      return { ok: false, reason: `${error?.detail ?? t("unreachable")}${reference}`, unknown };
    } catch {
      return { ok: false, reason: t("unreachable"), unknown: true };
    }
  };
}
