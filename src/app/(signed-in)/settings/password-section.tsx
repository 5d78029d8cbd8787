import { getTranslations } from "next-intl/server";
import { formStrings, newPasswordStrings, passwordStrings } from "@/app/form-strings";
import { SubmitButton } from "@/components/form/submit-button";
import type { User } from "@/domain/accounts/user";
import { settings } from "@/lib/settings";
import { PasswordForm } from "./password-form";
import { Section } from "./section";

export async function PasswordSection({ user }: { user: User }) {
  const passwordMin = settings().PASSWORD_MIN_LENGTH;
  const [t, errors, form, password, advice] = await Promise.all([
    getTranslations("settings.password"),
    getTranslations("errors"),
    formStrings(),
    passwordStrings(),
    newPasswordStrings(passwordMin),
  ]);
  const strings = {
    form,
    password,
    advice,
    changed: t("changed"),
    labels: { current: t("current"), next: t("new"), repeat: t("repeat") },
    tooShort: errors("PASSWORD_TOO_SHORT", { min: passwordMin }),
  };
  return (
    <Section id="password" title={t("title")} lead={t("lead")}>
      <PasswordForm username={user.username} email={user.email} passwordMin={passwordMin} strings={strings}>
        <SubmitButton>{t("submit")}</SubmitButton>
      </PasswordForm>
    </Section>
  );
}
