import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { rememberedFor } from "@/app/duration";
import { formStrings, passwordStrings } from "@/app/form-strings";
import { ProviderNotice } from "@/app/provider-notice";
import { SubmitButton } from "@/components/form/submit-button";
import { listProviders } from "@/domain/identities/providers";
import { offersSignInLinks } from "@/domain/sign-in-links/sign-in-links";
import { lastWayPair } from "@/http/last-way";
import { isolated } from "@/i18n/isolated";
import { GateCard, TextLink } from "../gate-card";
import { LastUsed } from "../last-used";
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
  const [t, errors, providers] = await Promise.all([
    getTranslations("login"),
    getTranslations("errors"),
    getTranslations("providers"),
  ]);
  const hasOtherWays = listProviders().length > 0 || offersSignInLinks();
  const strings = {
    form: await formStrings({ username: "identifier", password: "password" }),
    password: await passwordStrings(),
    identifierLabel: t("identifier"),
    passwordLabel: t("password"),
    forgotLabel: t("forgot"),
    rememberLabel: t("remember", { duration: await rememberedFor(organization) }),
  };
  const register = t.rich("register", {
    link: (text) => <TextLink href={withNext("/register", next)}>{text}</TextLink>,
  });
  return (
    <GateCard
      logo={organization.logo_url}
      title={t("heading", { organization: isolated(organization.organization_name) })}
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
      <ProviderButtons next={next} />
      <LoginForm next={next} problems={problems} typed={typed} strings={strings}>
        <SubmitButton size="lg" className="relative">
          {t("submit")}
          {hasOtherWays && <LastUsed cookie={lastWayPair("password")}>{providers("lastUsed")}</LastUsed>}
        </SubmitButton>
      </LoginForm>
      {offersSignInLinks() && (
        <p className="mt-7 text-center text-sm">
          <span className="relative">
            <TextLink href={withNext("/sign-in-link", next)}>{t("signInLink")}</TextLink>
            <LastUsed cookie={lastWayPair("link")} className="-top-5 -translate-x-1/2 left-1/2">
              {providers("lastUsed")}
            </LastUsed>
          </span>
        </p>
      )}
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
