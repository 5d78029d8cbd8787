import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireUser } from "@/http/caller";
import { readQuery, type SearchParams } from "../../address";
import { SettingsFrame } from "../settings-frame";
import { ActivitySection } from "./activity-section";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.activity");
  return { title: t("title") };
}

export default async function ActivityPage({ searchParams }: { searchParams: SearchParams }) {
  const [{ user }, query] = await Promise.all([requireUser(), readQuery(searchParams)]);
  return (
    <SettingsFrame worksWithoutScript>
      <ActivitySection user={user} cursor={query.before} />
    </SettingsFrame>
  );
}
