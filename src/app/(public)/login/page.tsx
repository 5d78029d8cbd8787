import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { formStrings, passwordStrings } from "@/app/form-strings";
import { ProviderNotice } from "@/app/provider-notice";
import { SubmitButton } from "@/components/form/submit-button";
import { offersSignInLinks } from "@/domain/sign-in-links/sign-in-links";
import { GateCard, TextLink } from "../gate-card";
import { ProviderButtons } from "../provider-buttons";
import { type Query, readRefusedForm, welcomeVisitor, withNext } from "../visitor";
import { LoginForm } from "./login-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("login");
  return { title: t("title") };
}

export default async function LoginPage({ searchParams }: { searchParams: Query }) {
  const { organization, next } = await welcomeVisitor(searchParams);
  const { problems, typed, reason } = await readRefusedForm(searchParams, ["username", "password"]);
  const [t, errors] = await Promise.all([getTranslations("login"), getTranslations("errors")]);
  const strings = {
    form: await formStrings({ username: "identifier", password: "password" }),
    password: await passwordStrings(),
    identifierLabel: t("identifier"),
    passwordLabel: t("password"),
    forgotLabel: t("forgot"),
    rememberLabel: t("remember"),
  };
  const register = t.rich("register", {
    link: (text) => <TextLink href={withNext("/register", next)}>{text}</TextLink>,
  });
  return (
    <GateCard
      logo={organization.logo_url}
      title={t("heading", { organization: organization.organization_name })}
      below={organization.registration === "open" && register}
    >
      <ProviderNotice query={await searchParams} className="mb-5" />
      {(await searchParams).notice === "password_reset" && (
        <p role="status" className="mb-5 rounded-lg bg-accent px-3.5 py-2.5 text-accent-foreground text-sm">
          {t("notices.password_reset")}
        </p>
      )}
      {isSessionEnd(reason) && (
        <p role="status" className="mb-5 rounded-lg bg-muted px-3.5 py-2.5 text-sm">
          {errors(reason)}
        </p>
      )}
      <LoginForm next={next} problems={problems} typed={typed} strings={strings}>
        <SubmitButton size="lg">{t("submit")}</SubmitButton>
      </LoginForm>
      {offersSignInLinks() && (
        <p className="mt-5 text-center text-sm">
          <TextLink href={withNext("/sign-in-link", next)}>{t("signInLink")}</TextLink>
        </p>
      )}
      <ProviderButtons next={next} />
    </GateCard>
  );
}

const SESSION_ENDS = [
  "SESSION_REVOKED",
  "REFRESH_TOKEN_EXPIRED",
  "REFRESH_TOKEN_REUSED",
  "INVALID_REFRESH_TOKEN",
] as const;

function isSessionEnd(reason: string | undefined): reason is (typeof SESSION_ENDS)[number] {
  return SESSION_ENDS.some((code) => code === reason);
}
