import type { Locale } from "@/lib/locale.mjs";
import de from "../../messages/de.json";
import en from "../../messages/en.json";
import ru from "../../messages/ru.json";

export { chooseLocale, isLocale, LOCALES, type Locale } from "@/lib/locale.mjs";

// A test holds them to the same keys.
export const MESSAGES: Record<Locale, typeof en> = {
  en,
  ru: ru as unknown as typeof en,
  de: de as unknown as typeof en,
};
