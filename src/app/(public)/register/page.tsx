import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SubmitButton } from "@/components/form/submit-button";
import { isolated } from "@/i18n/isolated";
import { GateCard, TextLink } from "../gate-card";
import { ProviderButtons } from "../provider-buttons";
import { type Query, readRefusedForm, welcomeVisitor, withNext } from "../visitor";
import { RegisterForm } from "./register-form";
import { REGISTER_FIELDS, registerFormProps } from "./register-form-props";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("register");
  return { title: t("title") };
}

export default async function RegisterPage({ searchParams }: { searchParams: Query }) {
  const { organization, next } = await welcomeVisitor(searchParams);
  const t = await getTranslations("register");
  const login = t.rich("login", {
    link: (text) => <TextLink href={withNext("/login", next)}>{text}</TextLink>,
  });
  if (organization.registration === "closed") {
    return (
      <GateCard logo={organization.logo_url} title={t("closed.heading")} below={login}>
        <p className="text-center text-muted-foreground text-sm">
          {t("closed.body", { organization: isolated(organization.organization_name) })}
        </p>
      </GateCard>
    );
  }
  const { problems, typed } = await readRefusedForm(searchParams, REGISTER_FIELDS);
  const props = await registerFormProps();
  return (
    <GateCard
      logo={organization.logo_url}
      title={t("heading", { organization: isolated(organization.organization_name) })}
      below={login}
    >
      <ProviderButtons next={next} />
      <RegisterForm next={next} problems={problems} typed={typed} {...props}>
        <SubmitButton size="lg">{t("submit")}</SubmitButton>
      </RegisterForm>
    </GateCard>
  );
}
