import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { formStrings, newPasswordStrings, passwordStrings } from "@/app/form-strings";
import { SubmitButton } from "@/components/form/submit-button";
import { LIMITS, USERNAME_PATTERN } from "@/domain/users/schema";
import { settings } from "@/lib/settings";
import { GateCard, TextLink } from "../gate-card";
import { ProviderButtons } from "../provider-buttons";
import { type Query, readRefusedForm, welcomeVisitor, withNext } from "../visitor";
import { RegisterForm } from "./register-form";

const FIELDS = ["email", "username", "full_name", "password", "password_confirmation"];

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
          {t("closed.body", { organization: organization.organization_name })}
        </p>
      </GateCard>
    );
  }
  const { problems, typed } = await readRefusedForm(searchParams, FIELDS);
  const errors = await getTranslations("errors");
  const passwordMin = settings().PASSWORD_MIN_LENGTH;
  const strings = {
    form: await formStrings({
      email: "email",
      username: "username",
      password: "admin_password",
      password_confirmation: "password_confirmation",
    }),
    password: await passwordStrings(),
    advice: await newPasswordStrings(passwordMin),
    labels: {
      email: t("email"),
      username: t("username"),
      fullName: t("fullName"),
      password: t("password"),
      repeat: t("repeat"),
    },
    optional: t("optional"),
    problems: {
      email: errors("INVALID_EMAIL"),
      username: errors("INVALID_USERNAME"),
      password: errors("PASSWORD_TOO_SHORT", { min: passwordMin }),
    },
  };
  const limits = {
    email: LIMITS.email,
    fullName: LIMITS.fullName,
    usernamePattern: USERNAME_PATTERN,
    passwordMin,
  };
  return (
    <GateCard
      logo={organization.logo_url}
      title={t("heading", { organization: organization.organization_name })}
      below={login}
    >
      <RegisterForm next={next} problems={problems} typed={typed} limits={limits} strings={strings}>
        <SubmitButton size="lg">{t("submit")}</SubmitButton>
      </RegisterForm>
      <ProviderButtons next={next} />
    </GateCard>
  );
}
