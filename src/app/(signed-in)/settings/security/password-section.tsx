import { getTranslations } from "next-intl/server";
import { formStrings, newPasswordStrings, passwordStrings } from "@/app/form-strings";
import { SubmitButton } from "@/components/form/submit-button";
import type { User } from "@/domain/users/user";
import { settings } from "@/lib/settings";
import { Section } from "../section";
import { PasswordForm } from "./password-form";

type Props = {
  user: User;
  isSet: boolean;
  /** After "this wasn't me". */
  isDenied: boolean;
};

export async function PasswordSection({ user, isSet, isDenied }: Props) {
  const passwordMin = settings().PASSWORD_MIN_LENGTH;
  const [t, errors, form, password, advice] = await Promise.all([
    getTranslations("settings.password"),
    getTranslations("errors"),
    formStrings({
      current_password: "current_password",
      new_password: "new_password",
      password_confirmation: "password_confirmation",
    }),
    passwordStrings(),
    newPasswordStrings(passwordMin),
  ]);
  const strings = {
    form,
    password,
    advice,
    changed: isSet ? t("changed") : t("wasSet"),
    labels: { current: t("current"), next: t("new"), repeat: t("repeat") },
    tooShort: errors("PASSWORD_TOO_SHORT", { min: passwordMin }),
  };
  return (
    <Section id="password" title={isSet ? t("title") : t("setTitle")} lead={isSet ? t("lead") : t("setLead")}>
      {isDenied && (
        <p
          role="status"
          className="border-border border-b bg-accent px-5 py-3.5 text-accent-foreground text-sm sm:px-6"
        >
          {t("denied")}
        </p>
      )}
      <PasswordForm
        isSet={isSet}
        username={user.username}
        email={user.email}
        passwordMin={passwordMin}
        strings={strings}
      >
        <SubmitButton>{isSet ? t("submit") : t("set")}</SubmitButton>
      </PasswordForm>
    </Section>
  );
}
