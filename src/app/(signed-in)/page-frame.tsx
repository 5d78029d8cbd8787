import { Menu } from "lucide";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Icon } from "@/components/icon";
import { LanguageSwitch } from "@/components/language-switch";
import { SHEET_ID } from "@/components/shell/sidebar";
import { ThemeSwitch } from "@/components/theme-switch";
import { requireUser } from "@/http/caller";
import { readPreferences } from "@/http/preferences";
import { UserMenu } from "./user-menu";

/** A signed-in page: its title in the header, beside what is always at hand, and what it is about below. */
export async function PageFrame({ title, children }: { title: string; children: ReactNode }) {
  const [{ user }, { theme }, t] = await Promise.all([
    requireUser(),
    readPreferences(),
    getTranslations("shell"),
  ]);
  const switches = (
    <>
      <LanguageSwitch />
      <ThemeSwitch current={theme} />
    </>
  );
  return (
    <div className="min-w-0">
      <header className="sticky top-0 z-20 flex h-14 items-center gap-3 border-border border-b bg-background/85 px-4 backdrop-blur-md sm:px-6">
        <button
          type="button"
          popoverTarget={SHEET_ID}
          aria-label={t("openNavigation")}
          className="-ml-2 grid size-9 place-items-center rounded-lg hover:bg-accent md:hidden"
        >
          <Icon of={Menu} className="size-5" />
        </button>
        <h1 className="mr-auto truncate font-semibold text-[0.9375rem]">{title}</h1>
        <div className="hidden items-center gap-3 sm:flex">{switches}</div>
        <UserMenu user={user}>{switches}</UserMenu>
      </header>
      <main id="content" tabIndex={-1} className="mx-auto max-w-5xl px-4 py-8 outline-none sm:px-6 sm:py-10">
        {children}
      </main>
    </div>
  );
}
