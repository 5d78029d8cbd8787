import type { Locale } from "@/lib/locale.mjs";
import en from "../../messages/en.json";
import ru from "../../messages/ru.json";

export { chooseLocale, isLocale, LOCALE_COOKIE, LOCALES, type Locale } from "@/lib/locale.mjs";

// A test holds the two to the same keys.
export const MESSAGES: Record<Locale, typeof en> = { en, ru: ru as unknown as typeof en };
