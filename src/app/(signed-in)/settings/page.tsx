import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireUser } from "@/http/page-caller";
import { MovedSections } from "./moved-sections";
import { ProfileSection } from "./profile-section";
import { SettingsFrame } from "./settings-frame";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.profile");
  return { title: t("title") };
}

export default async function ProfilePage() {
  const { user } = await requireUser();
  return (
    <SettingsFrame>
      <MovedSections />
      <ProfileSection user={user} />
    </SettingsFrame>
  );
}
