import { getTranslations } from "next-intl/server";

/** What is said of any picture that can be changed; the rest is that picture's own. */
export async function imageStrings() {
  const t = await getTranslations("image");
  return {
    upload: {
      choose: t("choose"),
      hint: t("hint"),
      unreadable: t("unreadable"),
      failed: t("failed"),
      saved: t("saved"),
      remove: t("remove"),
    },
    removal: { confirm: t("remove"), cancel: t("cancel"), unreachable: t("failed") },
    crop: {
      zoom: t("zoom"),
      across: t("across"),
      down: t("down"),
      cancel: t("cancel"),
      failed: t("failed"),
    },
  };
}
