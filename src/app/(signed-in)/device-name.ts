import { getTranslations } from "next-intl/server";

/** "Chrome on Linux", as it is kept, in the reader's language. What isn't made of the two stays as it is. */
export async function deviceNamer() {
  const t = await getTranslations("device");
  return (kept: string | null) => {
    const [, browser, system] = /^(.+) on (.+)$/.exec(kept ?? "") ?? [];
    return browser && system ? t("browserOn", { browser, system }) : (kept ?? t("unknown"));
  };
}
