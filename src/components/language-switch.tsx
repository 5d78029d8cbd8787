import { getLocale, getTranslations } from "next-intl/server";
import { LOCALES } from "@/i18n/locale";
import { LANGUAGE_NAMES } from "./language-names";
import { PreferenceForm } from "./preference-form";

export async function LanguageSwitch() {
  const [current, t] = await Promise.all([getLocale(), getTranslations("preferences")]);
  return (
    <PreferenceForm className="flex">
      <fieldset className="flex flex-wrap justify-center gap-0.5">
        <legend className="sr-only">{t("language")}</legend>
        {LOCALES.map((locale) => (
          <button
            type="submit"
            key={locale}
            name="locale"
            value={locale}
            lang={locale}
            aria-pressed={locale === current}
            className="h-8 min-w-16 rounded-md px-1 text-[0.8125rem] text-muted-foreground transition-colors hover:text-foreground aria-pressed:font-medium aria-pressed:text-foreground"
          >
            {LANGUAGE_NAMES[locale]}
          </button>
        ))}
      </fieldset>
    </PreferenceForm>
  );
}
