import { headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { chooseLocale, MESSAGES } from "./locale";

export default getRequestConfig(async () => {
  const given = await headers();
  const locale = chooseLocale({
    cookie: given.get("cookie"),
    acceptLanguage: given.get("accept-language"),
  });
  return { locale, messages: MESSAGES[locale], now: new Date(), timeZone: "UTC" };
});
