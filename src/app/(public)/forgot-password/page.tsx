import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { formStrings } from "@/app/form-strings";
import { SubmitButton } from "@/components/form/submit-button";
import { getOrganization } from "@/domain/organization/organization";
import { LIMITS } from "@/domain/users/schema";
import { isolated } from "@/i18n/isolated";
import { canMail } from "@/lib/can-mail";
import { GateCard, TextLink } from "../gate-card";
import { KeptMailHint } from "../kept-mail-hint";
import { type Query, readRefusedForm, requireSetUp } from "../visitor";
import { ForgotPasswordForm } from "./forgot-password-form";

const SENT = "/forgot-password?sent=1";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("forgotPassword");
  return { title: t("title") };
}

export default async function ForgotPasswordPage({ searchParams }: { searchParams: Query }) {
  await requireSetUp();
  const [query, t, errors] = await Promise.all([
    searchParams,
    getTranslations("forgotPassword"),
    getTranslations("errors"),
  ]);
  const back = t.rich("back", { link: (text) => <TextLink href="/login">{text}</TextLink> });
  if (!canMail()) return <WhomToAsk back={back} />;
  if (query.sent) return <Sent back={back} />;
  const { problems, typed } = await readRefusedForm(searchParams, ["email"]);
  const strings = {
    form: await formStrings({ email: "email" }),
    email: t("email"),
    problem: errors("INVALID_EMAIL"),
  };
  return (
    <GateCard title={t("heading")} lead={t("lead")} below={back}>
      <ForgotPasswordForm
        next={SENT}
        problems={problems}
        typed={typed}
        maxLength={LIMITS.email}
        strings={strings}
      >
        <SubmitButton size="lg">{t("submit")}</SubmitButton>
      </ForgotPasswordForm>
    </GateCard>
  );
}

type Below = { back: React.ReactNode };

async function Sent({ back }: Below) {
  const t = await getTranslations("forgotPassword.sent");
  return (
    <GateCard title={t("heading")} below={back}>
      <div className="grid gap-4 text-center text-sm">
        <p>{t("body")}</p>
        <p className="text-muted-foreground">
          {t.rich("nothing", { link: (text) => <TextLink href="/forgot-password">{text}</TextLink> })}
        </p>
        <KeptMailHint />
      </div>
    </GateCard>
  );
}

/** There is no mail to wait for, and saying otherwise would keep people waiting. */
async function WhomToAsk({ back }: Below) {
  const [t, { organization_name }] = await Promise.all([
    getTranslations("forgotPassword.noMail"),
    getOrganization(),
  ]);
  return (
    <GateCard title={t("heading")} below={back}>
      <p className="text-center text-muted-foreground text-sm">
        {t("body", { organization: isolated(organization_name) })}
      </p>
    </GateCard>
  );
}
