import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireUser } from "@/http/page-caller";
import { SettingsFrame } from "../settings-frame";
import { ActivitySection } from "./activity-section";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.activity");
  return { title: t("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ActivityPage({ searchParams }: Props) {
  const { user, sessionId } = await requireUser();
  const { before } = await searchParams;
  return (
    <SettingsFrame worksWithoutScript>
      <ActivitySection
        user={user}
        sessionId={sessionId}
        cursor={typeof before === "string" ? before : undefined}
      />
    </SettingsFrame>
  );
}
