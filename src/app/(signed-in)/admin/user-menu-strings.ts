import { getTranslations } from "next-intl/server";
import { copyLinkStrings, EMAIL, NAME } from "./link-strings";

export type UserMenuStrings = Awaited<ReturnType<typeof userMenuStrings>>;

/** The same for every row: whom it is about is put in in the browser. */
export async function userMenuStrings() {
  const [t, access, admin, copy] = await Promise.all([
    getTranslations("admin.users"),
    getTranslations("admin.user.access"),
    getTranslations("admin"),
    copyLinkStrings(),
  ]);
  const name = NAME;
  const mailed = access("resetMailed", { email: EMAIL });
  const shared = { cancel: admin("cancel"), unreachable: admin("failed") };
  return {
    menu: t("actions", { name }),
    open: t("open"),
    disable: {
      ...shared,
      title: access("disableTitle", { name }),
      body: access("disableBody", { name }),
      confirm: access("disable"),
    },
    enable: {
      ...shared,
      title: access("enableTitle", { name }),
      body: access("enableBody", { name }),
      confirm: access("enable"),
    },
    end_sessions: {
      ...shared,
      title: t("endTitle", { name }),
      body: t("endBody", { name }),
      confirm: t("end"),
    },
    delete: {
      ...shared,
      title: access("deleteTitle", { name }),
      body: access("deleteBody", { name }),
      confirm: access("delete"),
    },
    reset: {
      ...shared,
      title: access("resetTitle", { name }),
      body: access("resetBody"),
      confirm: access("reset"),
      close: admin("close"),
      result: { mailed, handOver: access("resetHandOver"), copy },
    },
    invite: {
      ...shared,
      title: access("inviteTitle", { name }),
      body: access("inviteBody"),
      confirm: access("invite"),
      close: admin("close"),
      result: { mailed, handOver: access("inviteHandOver"), copy },
    },
  };
}
