import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { chooseLocale, LOCALE_COOKIE, MESSAGES } from "./locale";

export default getRequestConfig(async () => {
  const [jar, given] = await Promise.all([cookies(), headers()]);
  const locale = chooseLocale(jar.get(LOCALE_COOKIE)?.value, given.get("accept-language"));
  return { locale, messages: MESSAGES[locale], now: new Date(), timeZone: "UTC" };
});
