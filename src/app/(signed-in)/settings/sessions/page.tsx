import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { listLiveSessions } from "@/domain/sessions/sessions";
import { requireUser } from "@/http/caller";
import { SettingsFrame } from "../settings-frame";
import { SessionsSection } from "./sessions-section";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.sessions");
  return { title: t("title") };
}

export default async function SessionsPage() {
  const { user, sessionId } = await requireUser();
  const sessions = await listLiveSessions({ userId: user.id, currentId: sessionId });
  return (
    <SettingsFrame>
      <SessionsSection sessions={sessions} timeZone={user.time_zone} />
    </SettingsFrame>
  );
}
