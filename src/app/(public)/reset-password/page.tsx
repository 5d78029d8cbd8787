import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { formStrings, newPasswordStrings, passwordStrings } from "@/app/form-strings";
import { SubmitButton } from "@/components/form/submit-button";
import { findProof } from "@/domain/proofs/proofs";
import { settings } from "@/lib/settings";
import { GateCard } from "../gate-card";
import { InvalidLink } from "../invalid-link";
import { type Query, readRefusedForm, single } from "../visitor";
import { ResetPasswordForm } from "./reset-password-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("resetPassword");
  return { title: t("title") };
}

export default async function ResetPasswordPage({ searchParams }: { searchParams: Query }) {
  const token = single((await searchParams).token) ?? "";
  const proof = await findProof("reset", token);
  if (proof === null) return <InvalidLink another="/forgot-password" />;
  const { username, email } = proof.user;
  const passwordMin = settings().PASSWORD_MIN_LENGTH;
  const [t, errors] = await Promise.all([getTranslations("resetPassword"), getTranslations("errors")]);
  const { problems } = await readRefusedForm(searchParams, ["new_password", "password_confirmation"]);
  const strings = {
    form: await formStrings({
      new_password: "new_password",
      password_confirmation: "password_confirmation",
    }),
    password: await passwordStrings(),
    advice: await newPasswordStrings(passwordMin),
    labels: { password: t("password"), repeat: t("repeat") },
    tooShort: errors("PASSWORD_TOO_SHORT", { min: passwordMin }),
  };
  return (
    <GateCard title={t("heading")} lead={t("lead", { username, email })} below={t("notMine")}>
      <ResetPasswordForm
        token={token}
        account={{ username, email }}
        passwordMin={passwordMin}
        problems={problems}
        strings={strings}
      >
        <p className="text-muted-foreground text-sm">{t("everywhere")}</p>
        <SubmitButton size="lg">{t("submit")}</SubmitButton>
      </ResetPasswordForm>
    </GateCard>
  );
}
