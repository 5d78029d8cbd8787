import { type IconNode, KeyRound, ScrollText, Waypoints } from "lucide";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Icon } from "@/components/ui/icon";
import { LONGEST_NAME } from "@/domain/organization/schema";
import { getSetupStatus } from "@/domain/setup/setup";
import { LIMITS } from "@/domain/users/schema";
import { isLoopbackInstallation } from "@/http/loopback";
import { settings } from "@/lib/settings";
import { setupStrings } from "./setup-strings";
import { SetupWizard } from "./setup-wizard";

const POINTS: ["accounts" | "administration" | "api", IconNode][] = [
  ["accounts", KeyRound],
  ["administration", ScrollText],
  ["api", Waypoints],
];

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("setup");
  return { title: t("title") };
}

export default async function SetupPage() {
  const { is_complete, requires_token } = await getSetupStatus({
    local: isLoopbackInstallation(await headers()),
  });
  if (is_complete) redirect("/");
  const { PASSWORD_MIN_LENGTH: passwordMin, ORGANIZATION_NAME } = settings();
  const t = await getTranslations("setup");
  const limits = {
    email: LIMITS.email,
    fullName: LIMITS.fullName,
    organizationName: LONGEST_NAME,
    passwordMin,
  };
  return (
    <>
      <noscript>
        <p className="mb-6 rounded-lg bg-muted px-4 py-3 text-sm">
          {t.rich("needsScript", { code: () => <code>npm run seed:admin</code> })}
        </p>
      </noscript>
      <SetupWizard
        requiresToken={requires_token}
        organizationName={ORGANIZATION_NAME ?? ""}
        limits={limits}
        strings={await setupStrings(passwordMin)}
      >
        <ul className="grid gap-4">
          {POINTS.map(([point, icon]) => (
            <li key={point} className="flex gap-3.5 text-sm">
              <span className="grid size-9 shrink-0 place-items-center rounded-lg bg-accent text-accent-foreground">
                <Icon of={icon} className="size-4.5" />
              </span>
              <span>
                <span className="block font-medium">{t(`welcome.${point}.title`)}</span>
                <span className="text-muted-foreground">{t(`welcome.${point}.body`)}</span>
              </span>
            </li>
          ))}
        </ul>
        <p className="text-muted-foreground text-sm">{t("welcome.promise")}</p>
      </SetupWizard>
    </>
  );
}
