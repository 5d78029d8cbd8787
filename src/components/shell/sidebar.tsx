import { PanelLeftClose, PanelLeftOpen } from "lucide";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { PreferenceForm } from "@/components/preference-form";
import { Icon } from "@/components/ui/icon";

type Props = { name: ReactNode; collapsed: boolean; children: ReactNode };

/** The navigation beside the page: icons on medium screens, icons and labels on large ones. */
export async function Sidebar({ name, collapsed, children }: Props) {
  const t = await getTranslations("shell");
  return (
    <nav
      aria-label={t("navigation")}
      className="relative z-30 hidden border-border border-r bg-sidebar md:block"
    >
      <div className="sticky top-0 flex h-dvh flex-col gap-5 p-3.5">
        <div className="flex h-8 items-center gap-2.5 px-1.5 font-semibold text-[0.9375rem]">{name}</div>
        <div className="grid gap-3">{children}</div>
        <PreferenceForm className="mt-auto hidden lg:block">
          <button
            type="submit"
            name="sidebar"
            value={collapsed ? "expanded" : "collapsed"}
            className="flex h-9 w-full items-center gap-3 rounded-lg px-2.5 text-muted-foreground text-sm transition-colors hover:text-foreground"
          >
            <Icon of={collapsed ? PanelLeftOpen : PanelLeftClose} className="size-4.5" />
            <span className="md:collapsed:sr-only">{t(collapsed ? "expand" : "collapse")}</span>
          </button>
        </PreferenceForm>
      </div>
    </nav>
  );
}
