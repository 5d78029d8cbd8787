import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { mustVerify } from "@/domain/email-verification/promise-verification";
import { listIdentities } from "@/domain/identities/identities";
import { hasPassword } from "@/domain/profile/password";
import { listLiveSessions } from "@/domain/sessions/sessions";
import type { User } from "@/domain/users/user";
import { requireUser } from "@/http/caller";
import { PageFrame } from "../page-frame";
import { ActivitySection } from "./activity-section";
import { DeletionSection } from "./deletion-section";
import { IdentitiesSection } from "./identities-section";
import { PasswordSection } from "./password-section";
import { ProfileSection } from "./profile-section";
import { SessionsSection } from "./sessions-section";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: t("title") };
}

/** All that there is to be set until then: to go again. The email has a page of its own. */
async function BeforeVerification({ user }: { user: User }) {
  const [t, withPassword] = await Promise.all([getTranslations("settings"), hasPassword(user.id)]);
  return (
    <PageFrame title={t("title")}>
      <p className="mb-8 hidden rounded-lg bg-muted px-4 py-3 text-sm noscript:block">{t("needsScript")}</p>
      <DeletionSection user={user} withPassword={withPassword} />
    </PageFrame>
  );
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SettingsPage({ searchParams }: Props) {
  const { user, sessionId } = await requireUser({ unverified: true });
  if (mustVerify(user)) return <BeforeVerification user={user} />;
  const [sessions, identities, withPassword, query, t] = await Promise.all([
    listLiveSessions({ userId: user.id, currentId: sessionId }),
    listIdentities(user.id),
    hasPassword(user.id),
    searchParams,
    getTranslations("settings"),
  ]);
  return (
    <PageFrame title={t("title")}>
      <p className="mb-8 hidden rounded-lg bg-muted px-4 py-3 text-sm noscript:block">{t("needsScript")}</p>
      <ProfileSection user={user} />
      <PasswordSection user={user} isSet={withPassword} />
      <IdentitiesSection user={user} identities={identities} query={query} />
      <SessionsSection sessions={sessions} timeZone={user.time_zone} />
      <ActivitySection user={user} cursor={typeof query.before === "string" ? query.before : undefined} />
      <DeletionSection user={user} withPassword={withPassword} />
    </PageFrame>
  );
}
