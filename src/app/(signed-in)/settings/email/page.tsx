import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { KeptMailHint } from "@/app/(public)/kept-mail-hint";
import { type Query, readRefusedForm } from "@/app/(public)/visitor";
import { formStrings, passwordStrings } from "@/app/form-strings";
import { SubmitButton } from "@/components/form/submit-button";
import { Button } from "@/components/ui/button";
import { getOrganization } from "@/domain/organization/organization";
import { hasPassword } from "@/domain/profile/password";
import { LIMITS } from "@/domain/users/schema";
import type { User } from "@/domain/users/user";
import { requireUser } from "@/http/page-caller";
import { isolated } from "@/i18n/isolated";
import { canMail } from "@/lib/can-mail";
import { Section } from "../section";
import { SettingsFrame } from "../settings-frame";
import { EmailForm } from "./email-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.email");
  return { title: t("title") };
}

export default async function EmailPage({ searchParams }: { searchParams: Query }) {
  const [{ user }, t, query] = await Promise.all([
    requireUser({ unverified: true }),
    getTranslations("settings.email"),
    searchParams,
  ]);
  const sent = query.sent !== undefined;
  return (
    <SettingsFrame worksWithoutScript>
      <Section id="email" title={sent ? t("sent.title") : t("title")} lead={t("lead")}>
        <div className="grid gap-5 p-5 sm:max-w-md sm:p-6">
          {canMail() ? sent ? <Sent user={user} /> : <Change user={user} query={searchParams} /> : <NoMail />}
        </div>
      </Section>
    </SettingsFrame>
  );
}

async function Change({ user, query }: { user: User; query: Query }) {
  const [t, errors, withPassword, { problems, typed }] = await Promise.all([
    getTranslations("settings.email"),
    getTranslations("errors"),
    hasPassword(user.id),
    readRefusedForm(query, ["email", "password"]),
  ]);
  const strings = {
    form: await formStrings({ email: "email", password: "password" }),
    password: await passwordStrings(),
    labels: { email: t("email"), password: t("password") },
    emailProblem: errors("INVALID_EMAIL"),
  };
  return (
    <>
      <p className="wrap-anywhere text-sm">{t("current", { email: user.email })}</p>
      <EmailForm
        withPassword={withPassword}
        maxLength={LIMITS.email}
        problems={problems}
        typed={typed}
        strings={strings}
      >
        <div className="flex flex-wrap gap-3">
          <SubmitButton>{t("submit")}</SubmitButton>
          <Button variant="outline" asChild>
            <a href="/settings/account">{t("back")}</a>
          </Button>
        </div>
      </EmailForm>
    </>
  );
}

async function Sent({ user }: { user: User }) {
  const t = await getTranslations("settings.email");
  return (
    <>
      <p role="status" className="wrap-anywhere text-sm">
        {t("sent.body", { email: user.email })}
      </p>
      <KeptMailHint />
      <div className="flex flex-wrap gap-3">
        <Button variant="outline" asChild>
          <a href="/settings/email">{t("sent.another")}</a>
        </Button>
        <Button variant="outline" asChild>
          <a href="/settings/account">{t("back")}</a>
        </Button>
      </div>
    </>
  );
}

async function NoMail() {
  const [t, { organization_name: organization }] = await Promise.all([
    getTranslations("settings.email"),
    getOrganization(),
  ]);
  return <p className="text-sm">{t("noMail", { organization: isolated(organization) })}</p>;
}
