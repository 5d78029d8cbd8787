import { getTranslations } from "next-intl/server";
import { LanguageSwitch } from "@/components/language-switch";
import { ThemeSwitch } from "@/components/theme-switch";
import { Button } from "@/components/ui/button";
import type { User } from "@/domain/users/user";
import { readPreferences } from "@/http/page-preferences";
import { Navigation } from "./navigation";
import { SignOutForm } from "./sign-out-form";

/** What the menus contain, shown inline where they can't open: navigation, language, theme, sign out. */
export async function WithoutScript({ user }: { user: User }) {
  const [t, { theme }] = await Promise.all([getTranslations("shell"), readPreferences()]);
  return (
    <div className="hidden flex-wrap items-center justify-end gap-3 border-border border-b px-4 py-2 sm:px-6 noscript:flex">
      <nav aria-label={t("navigation")} className="grid w-full gap-3 md:hidden">
        <Navigation role={user.role} />
      </nav>
      <LanguageSwitch />
      <ThemeSwitch current={theme} />
      <SignOutForm>
        <Button type="submit" variant="outline" size="sm">
          {t("signOut")}
        </Button>
      </SignOutForm>
    </div>
  );
}
