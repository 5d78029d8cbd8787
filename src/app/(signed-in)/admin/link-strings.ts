import { getTranslations } from "next-intl/server";

export async function copyLinkStrings() {
  const t = await getTranslations("admin.link");
  return { label: t("label"), copy: t("copy"), copied: t("copied") };
}

/** Replaced in the browser, which alone knows who was typed in or which row is meant. */
export const EMAIL = "{email}";
export const NAME = "{name}";
