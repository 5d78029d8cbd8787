import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { thisOrganization } from "@/app/organization";
import { NavigationSheet } from "@/components/shell/navigation-sheet";
import { OrganizationName } from "@/components/shell/organization-name";
import { requireUser } from "@/http/page-caller";
import { AccountMenu } from "./account-menu";
import { Navigation } from "./navigation";
import { Palette } from "./palette";
import { VerificationBanner } from "./verification-banner";
import { WithoutScript } from "./without-script";

type Props = {
  title: string;
  /** The pages beside this one; outside of the content, to which one may skip. */
  tabs?: ReactNode;
  children: ReactNode;
};

/** The frame of a signed-in page: header with title and account menu, content below. */
export async function PageFrame({ title, tabs, children }: Props) {
  const [{ user }, organization, t] = await Promise.all([
    requireUser({ unverified: true }),
    thisOrganization(),
    getTranslations("shell"),
  ]);
  return (
    <div className="min-w-0">
      <header className="sticky top-0 z-20 flex h-14 items-center gap-3 border-border border-b bg-background/85 px-4 backdrop-blur-md sm:px-6 print:static">
        <NavigationSheet
          name={<OrganizationName organization={organization} />}
          labels={{ navigation: t("navigation"), open: t("openNavigation"), close: t("closeNavigation") }}
        >
          <Navigation role={user.role} />
        </NavigationSheet>
        <h1 className="mr-auto truncate font-semibold text-[0.9375rem]">{title}</h1>
        <Palette user={user} />
        <AccountMenu user={user} />
        <span data-slot="progress" className="progress" />
      </header>
      <WithoutScript user={user} />
      <VerificationBanner user={user} />
      {tabs && <div className="mx-auto max-w-5xl px-4 pt-4 sm:px-6 sm:pt-6">{tabs}</div>}
      <main id="content" tabIndex={-1} className="mx-auto max-w-5xl px-4 py-8 outline-none sm:px-6 sm:py-10">
        {children}
      </main>
    </div>
  );
}
