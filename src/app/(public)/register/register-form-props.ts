import { getTranslations } from "next-intl/server";
import { formStrings, newPasswordStrings, passwordStrings } from "@/app/form-strings";
import { LIMITS, USERNAME_PATTERN } from "@/domain/users/schema";
import { settings } from "@/lib/settings";

export const REGISTER_FIELDS = ["email", "username", "full_name", "password", "password_confirmation"];

/** What the form needs wherever it stands: limits and strings. */
export async function registerFormProps() {
  const [t, errors] = await Promise.all([getTranslations("register"), getTranslations("errors")]);
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
  const asksUsername = settings().REGISTRATION_USERNAME === "on";
  const limits = {
    email: LIMITS.email,
    fullName: LIMITS.fullName,
    usernamePattern: USERNAME_PATTERN,
    passwordMin,
  };
  return { asksUsername, limits, strings };
}
