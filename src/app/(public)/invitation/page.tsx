import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SubmitButton } from "@/components/form/submit-button";
import { buttonVariants } from "@/components/ui/button-variants";
import { findInvitation } from "@/domain/invitations/invitations";
import { getOrganization } from "@/domain/organization/organization";
import { isolated } from "@/i18n/isolated";
import { GateCard, TextLink } from "../gate-card";
import { ProviderButtons } from "../provider-buttons";
import { RegisterForm } from "../register/register-form";
import { REGISTER_FIELDS, registerFormProps } from "../register/register-form-props";
import { type Query, readRefusedForm, requireSetUp, single } from "../visitor";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("invitation");
  return { title: t("title") };
}

export default async function InvitationPage({ searchParams }: { searchParams: Query }) {
  await requireSetUp();
  const token = single((await searchParams).token) ?? "";
  const invitation = await findInvitation(token);
  if (invitation === null) return <Void />;
  const [t, register, { organization_name }, { problems, typed }, props] = await Promise.all([
    getTranslations("invitation"),
    getTranslations("register"),
    getOrganization(),
    readRefusedForm(searchParams, REGISTER_FIELDS),
    registerFormProps(),
  ]);
  const { email, role, invited_by: inviter } = invitation;
  const lead = inviter === null ? t("leadNobody") : t("lead", { inviter: isolated(inviter) });
  return (
    <GateCard
      title={t("heading", { organization: isolated(organization_name) })}
      lead={role === "admin" ? `${lead} ${t("asAdmin")}` : lead}
      below={t.rich("login", { link: (text) => <TextLink href="/login">{text}</TextLink> })}
    >
      <ProviderButtons next="/" invitation={token} />
      <RegisterForm next="/" problems={problems} typed={typed} invitation={{ token, email }} {...props}>
        <SubmitButton size="lg">{register("submit")}</SubmitButton>
      </RegisterForm>
    </GateCard>
  );
}

async function Void() {
  const [t, link] = await Promise.all([getTranslations("invitation.void"), getTranslations("invalidLink")]);
  return (
    <GateCard title={link("heading")}>
      <div className="grid gap-6 text-center">
        <p className="text-muted-foreground text-sm">{t("body")}</p>
        <a href="/login" className={buttonVariants({ size: "lg", variant: "outline" })}>
          {t("login")}
        </a>
      </div>
    </GateCard>
  );
}
