import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { listIdentities } from "@/domain/identities/identities";
import { hasPassword } from "@/domain/profile/password";
import { requireUser } from "@/http/page-caller";
import { SettingsFrame } from "../settings-frame";
import { IdentitiesSection } from "./identities-section";
import { PasswordSection } from "./password-section";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.security");
  return { title: t("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SecurityPage({ searchParams }: Props) {
  const { user } = await requireUser();
  const [identities, withPassword, query] = await Promise.all([
    listIdentities(user.id),
    hasPassword(user.id),
    searchParams,
  ]);
  return (
    <SettingsFrame>
      <PasswordSection user={user} isSet={withPassword} isDenied={query.denied !== undefined} />
      <IdentitiesSection user={user} identities={identities} query={query} />
    </SettingsFrame>
  );
}
