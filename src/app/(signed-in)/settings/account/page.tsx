import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { hasPassword } from "@/domain/profile/password";
import { requireUser } from "@/http/page-caller";
import { SettingsFrame } from "../settings-frame";
import { DeletionSection } from "./deletion-section";
import { EmailSection } from "./email-section";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.account");
  return { title: t("title") };
}

/** Open until the email is verified, too: whoever won't do that can correct it, or go again. */
export default async function AccountPage() {
  const { user } = await requireUser({ unverified: true });
  const withPassword = await hasPassword(user.id);
  return (
    <SettingsFrame>
      <EmailSection user={user} />
      <DeletionSection user={user} withPassword={withPassword} />
    </SettingsFrame>
  );
}
