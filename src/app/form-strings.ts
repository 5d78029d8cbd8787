import { getTranslations } from "next-intl/server";

// Pages hand their forms the few sentences they need: a provider with all the messages would weigh more than the forms.

export async function formStrings() {
  const t = await getTranslations("form");
  return {
    required: t("required"),
    mismatch: t("mismatch"),
    summary: t("summary"),
    unreachable: t("unreachable"),
    reference: t("reference"),
  };
}

export async function passwordStrings() {
  const t = await getTranslations("password");
  return { show: t("show"), capsLock: t("capsLock") };
}

export async function newPasswordStrings(min: number) {
  const t = await getTranslations("password");
  return {
    strengths: [t("strength.0"), t("strength.1"), t("strength.2"), t("strength.3"), t("strength.4")],
    longEnough: t("longEnough", { min }),
    notYourName: t("notYourName"),
  };
}
