import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { thisOrganization } from "@/app/organization";
import { OrganizationName } from "@/components/shell/organization-name";
import { Sidebar } from "@/components/shell/sidebar";
import { endsIdleSessions } from "@/domain/sessions/lengths";
import { accessSecondsLeft } from "@/http/caller";
import { requireUser } from "@/http/page-caller";
import { readPreferences } from "@/http/page-preferences";
import { nonceWithSeconds } from "@/lib/page-blanks.mjs";
import "./signed-in.css";
import { SessionKeeper } from "./keep-session";
import { Navigation } from "./navigation";
import { Reauthentication } from "./reauthentication";
import { reauthenticationStrings } from "./reauthentication-strings";
import { sessionEndedStrings } from "./session-ended-strings";

export default async function SignedInLayout({ children }: { children: ReactNode }) {
  const { user } = await requireUser({ unverified: true });
  const [organization, { sidebar }, given, reauthentication, t] = await Promise.all([
    thisOrganization(),
    readPreferences(),
    headers(),
    reauthenticationStrings(),
    getTranslations("shell"),
  ]);
  return (
    <div className="print:block transition-[grid-template-columns] duration-200 md:grid md:grid-cols-[15rem_minmax(0,1fr)] md:collapsed:grid-cols-[4.25rem_minmax(0,1fr)]">
      <a
        href="#content"
        className="-translate-y-20 fixed print:hidden top-2 left-2 z-40 rounded-lg bg-primary px-4 py-2 font-medium text-primary-foreground text-sm focus:translate-y-0"
      >
        {t("skip")}
      </a>
      <Sidebar name={<OrganizationName organization={organization} />} collapsed={sidebar === "collapsed"}>
        <Navigation role={user.role} />
      </Sidebar>
      {children}
      <SessionKeeper
        nonceAndSeconds={nonceWithSeconds(given.get("x-nonce") ?? "", accessSecondsLeft(given))}
        onlyWhenUsed={endsIdleSessions(organization)}
        person={{ id: user.id, email: user.email }}
        strings={await sessionEndedStrings()}
      />
      <Reauthentication strings={reauthentication} />
    </div>
  );
}
