import type { Locale } from "@/i18n/locale";

/** Each language by its own name. */
export const LANGUAGE_NAMES: Record<Locale, string> = { en: "English", ru: "Русский" };
