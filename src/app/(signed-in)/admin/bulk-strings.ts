import { getTranslations } from "next-intl/server";

/** Replaced in the browser, where it is counted. */
const COUNT = "{count}";

export async function bulkStrings() {
  const [t, admin] = await Promise.all([getTranslations("admin.users.bulk"), getTranslations("admin")]);
  const shared = { cancel: admin("cancel"), unreachable: admin("failed") };
  return {
    selected: t("selected", { count: COUNT }),
    done: t("done", { count: COUNT }),
    export: t("export"),
    exportSelected: t("exportSelected"),
    disable: { ...shared, title: t("disableTitle"), body: t("disableBody"), confirm: t("disable") },
    end_sessions: { ...shared, title: t("endTitle"), body: t("endBody"), confirm: t("end") },
  };
}
