import { headers } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import { TASK_LIMITS } from "@/domain/tasks/schema";
import type { User } from "@/domain/users/user";
import { readPreferences } from "@/http/page-preferences";
import { usesAppleKeys } from "@/lib/apple-keys.mjs";
import { THEMES } from "@/lib/preferences.mjs";
import { ADMIN_TABS } from "./admin-tabs";
import { navigationOf } from "./navigation";
import { PaletteButton } from "./palette-button";
import { SETTINGS_PAGES } from "./settings-pages";

/** The search over everything; its words come with the page, all else when it is opened. */
export async function Palette({ user }: { user: User }) {
  const [t, shell, p, task, locale, { theme }, given, pages] = await Promise.all([
    getTranslations("palette"),
    getTranslations("shell"),
    getTranslations("preferences"),
    getTranslations("tasks.views"),
    getLocale(),
    readPreferences(),
    headers(),
    pagesOf(user.role),
  ]);
  return (
    <PaletteButton
      shortcut={usesAppleKeys(given.get("user-agent")) ? "⌘K" : "Ctrl K"}
      people={user.role === "admin"}
      {...{ locale, theme, pages }}
      themes={THEMES.map((value) => ({ value, label: p(`themes.${value}`) }))}
      longest={TASK_LIMITS.search}
      strings={{
        ...{ open: t("open"), title: t("title"), placeholder: t("placeholder"), results: t("results") },
        ...{ close: t("close"), none: t("none"), failed: t("failed") },
        ...{ pages: t("pages"), actions: t("actions"), people: t("people"), tasks: t("tasks") },
        ...{ language: p("language"), signOut: shell("signOut"), done: task("done") },
      }}
    />
  );
}

/** The sidebar's pages, and what is a step further from them. Some open on the first of those, and are found by its name too. */
async function pagesOf(role: User["role"]) {
  const [shell, settings, admin] = await Promise.all([
    getTranslations("shell"),
    getTranslations("settings"),
    getTranslations("admin"),
  ]);
  const sections = SETTINGS_PAGES.map(({ href, label }) => ({
    ...{ href, label: settings(`${label}.title`), detail: shell("settings") },
  }));
  const tabs = ADMIN_TABS.map(({ href, name }) => ({
    ...{ href, label: admin(`${name}.title`), detail: shell("admin") },
  }));
  const further = [...sections, ...(role === "admin" ? tabs : [])];
  const pages = navigationOf(role).flatMap(({ items }) =>
    items.map(({ href, label }) => {
      const opensOn = further.find((page) => page.href === href);
      return { href, label: shell(label), detail: opensOn?.label };
    }),
  );
  return [...pages, ...further.filter(({ href }) => pages.every((page) => page.href !== href))];
}
