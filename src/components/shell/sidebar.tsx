import { PanelLeftClose, PanelLeftOpen, X } from "lucide";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Icon } from "@/components/icon";
import { Mark } from "@/components/mark";
import { PreferenceForm } from "@/components/preference-form";

export const SHEET_ID = "navigation";

type Props = { name: string; collapsed: boolean; children: ReactNode };

/** Beside the page where there is room, else a sheet over it. Both open and close without script. */
export async function Sidebar({ name, collapsed, children }: Props) {
  const t = await getTranslations("shell");
  return (
    <>
      <nav
        aria-label={t("navigation")}
        className="relative z-30 hidden border-border border-r bg-sidebar md:block"
      >
        <div className="sticky top-0 flex h-dvh flex-col gap-5 p-3.5">
          <div className="flex h-8 items-center gap-2.5 px-1.5 font-semibold text-[0.9375rem]">
            <Mark className="size-6 text-mark" />
            <span className="truncate md:collapsed:sr-only">{name}</span>
          </div>
          <div className="grid gap-1">{children}</div>
          <PreferenceForm className="mt-auto">
            <button
              type="submit"
              name="sidebar"
              value={collapsed ? "expanded" : "collapsed"}
              className="flex h-9 w-full items-center gap-3 rounded-lg px-2.5 text-muted-foreground text-sm transition-colors hover:bg-accent hover:text-accent-foreground"
            >
              <Icon of={collapsed ? PanelLeftOpen : PanelLeftClose} className="size-4.5" />
              <span className="md:collapsed:sr-only">{t(collapsed ? "expand" : "collapse")}</span>
            </button>
          </PreferenceForm>
        </div>
      </nav>
      <nav
        id={SHEET_ID}
        popover="auto"
        aria-label={t("navigation")}
        className="fixed inset-y-0 left-0 m-0 h-dvh w-72 max-w-[85vw] border-border border-r bg-sidebar p-4 text-foreground shadow-pop transition-[translate,display,overlay] transition-discrete duration-200 backdrop:bg-overlay not-open:-translate-x-full starting:open:-translate-x-full md:hidden"
      >
        <div className="mb-5 flex items-center justify-between gap-2 font-semibold">
          <span className="flex min-w-0 items-center gap-2.5">
            <Mark className="size-6 text-mark" />
            <span className="truncate">{name}</span>
          </span>
          <button
            type="button"
            popoverTarget={SHEET_ID}
            popoverTargetAction="hide"
            aria-label={t("closeNavigation")}
            // biome-ignore lint/a11y/noAutofocus: inside a popover it says where focus goes when it opens
            autoFocus
            className="grid size-9 place-items-center rounded-lg hover:bg-accent"
          >
            <Icon of={X} className="size-4.5" />
          </button>
        </div>
        <div className="grid gap-1">{children}</div>
      </nav>
    </>
  );
}
