import { LogOut, Settings } from "lucide";
import { getLocale, getTranslations } from "next-intl/server";
import { PersonAvatar } from "@/components/person-avatar";
import { THEME_ICONS } from "@/components/theme-switch";
import { Icon } from "@/components/ui/icon";
import type { User } from "@/domain/users/user";
import { readPreferences } from "@/http/page-preferences";
import { THEMES } from "@/lib/preferences.mjs";
import { AccountDropdown } from "./account-dropdown";

/** The account menu's labels and icons, rendered on the server. */
export async function AccountMenu({ user }: { user: User }) {
  const [t, p, locale, { theme }] = await Promise.all([
    getTranslations("shell"),
    getTranslations("preferences"),
    getLocale(),
    readPreferences(),
  ]);
  const name = user.full_name ?? user.username;
  return (
    <AccountDropdown
      person={{ name, email: user.email }}
      avatar={<PersonAvatar id={user.id} name={name} url={user.avatar_url} />}
      locale={locale}
      theme={theme}
      themes={THEMES.map((value) => ({
        value,
        label: p(`themes.${value}`),
        icon: <Icon of={THEME_ICONS[value]} />,
      }))}
      labels={{
        menu: t("accountMenu", { name }),
        settings: t("settings"),
        signOut: t("signOut"),
        language: p("language"),
        theme: p("theme"),
      }}
      icons={{ settings: <Icon of={Settings} />, signOut: <Icon of={LogOut} /> }}
    />
  );
}
