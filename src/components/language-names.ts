import type { Locale } from "@/i18n/locale";

/** Each language in its own language. */
export const LANGUAGE_NAMES: Record<Locale, string> = { en: "English", ru: "Русский", de: "Deutsch" };
