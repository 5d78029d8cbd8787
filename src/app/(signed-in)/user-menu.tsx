import { LogOut, Settings } from "lucide";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Avatar } from "@/components/avatar";
import { Icon } from "@/components/icon";
import type { User } from "@/domain/users/user";
import { SignOutForm } from "./sign-out-form";

const MENU_ID = "user-menu";
const ITEM =
  "flex h-9 w-full items-center gap-3 rounded-md px-2.5 text-sm transition-colors hover:bg-accent hover:text-accent-foreground";

/** A popover of the browser's own, so it opens without script too. */
export async function UserMenu({ user, children }: { user: User; children: ReactNode }) {
  const t = await getTranslations("shell");
  const name = user.full_name ?? user.username;
  return (
    <>
      <button
        type="button"
        popoverTarget={MENU_ID}
        aria-label={t("userMenu", { name })}
        className="rounded-full"
      >
        <Avatar name={name} url={user.avatar_url} />
      </button>
      <div
        id={MENU_ID}
        popover="auto"
        className="fixed inset-auto top-14 right-3 m-0 w-64 max-w-[calc(100vw-1.5rem)] rounded-xl border border-border bg-popover p-1.5 text-foreground shadow-pop transition-[opacity,translate,display,overlay] transition-discrete duration-150 not-open:-translate-y-1 not-open:opacity-0 starting:open:-translate-y-1 starting:open:opacity-0"
      >
        <div className="flex items-center gap-3 px-2.5 py-2">
          <Avatar name={name} url={user.avatar_url} className="size-9 text-sm" />
          <p className="min-w-0 text-sm">
            <span className="block truncate font-medium">{name}</span>
            <span className="block truncate text-muted-foreground text-xs">{user.email}</span>
          </p>
        </div>
        <div className="my-1.5 flex items-center justify-between border-border border-y px-1 py-2 sm:hidden">
          {children}
        </div>
        <div className="sm:mt-1.5 sm:border-border sm:border-t sm:pt-1.5">
          <Link href="/settings" prefetch={false} className={ITEM}>
            <Icon of={Settings} /> {t("settings")}
          </Link>
          <SignOutForm>
            <button type="submit" className={ITEM}>
              <Icon of={LogOut} /> {t("signOut")}
            </button>
          </SignOutForm>
        </div>
      </div>
    </>
  );
}
