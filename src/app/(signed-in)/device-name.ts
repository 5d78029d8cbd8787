import { getTranslations } from "next-intl/server";

/** "Chrome on Linux", as stored, in the reader's language. Anything else is shown as it is. */
export async function deviceNamer() {
  const t = await getTranslations("device");
  return (kept: string | null) => {
    const [, browser, system] = /^(.+) on (.+)$/.exec(kept ?? "") ?? [];
    return browser && system ? t("browserOn", { browser, system }) : (kept ?? t("unknown"));
  };
}
