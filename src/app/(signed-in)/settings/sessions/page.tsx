import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { listLiveSessions } from "@/domain/sessions/sessions";
import { findPreviousSignIn } from "@/domain/sessions/sign-in-history";
import { requireUser } from "@/http/page-caller";
import { SettingsFrame } from "../settings-frame";
import { SessionsSection } from "./sessions-section";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.sessions");
  return { title: t("title") };
}

export default async function SessionsPage() {
  const { user, sessionId } = await requireUser();
  const own = { userId: user.id, currentId: sessionId };
  const [sessions, previous] = await Promise.all([listLiveSessions(own), findPreviousSignIn(own)]);
  return (
    <SettingsFrame>
      <SessionsSection sessions={sessions} previous={previous} timeZone={user.time_zone} />
    </SettingsFrame>
  );
}
