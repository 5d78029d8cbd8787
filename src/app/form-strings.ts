import { getTranslations } from "next-intl/server";
import { ANY_FIELD, type FormStrings } from "@/components/form/problems";
import type { MESSAGES } from "@/i18n/locale";

type Required = Exclude<keyof (typeof MESSAGES)["en"]["required"], "any">;

// Pages hand their forms the few sentences they need: a provider with all the messages would weigh more than the forms.

/** A form's messages; `required` maps field names to the message for a missing value. */
export async function formStrings(required: Record<string, Required> = {}): Promise<FormStrings> {
  const [t, r] = await Promise.all([getTranslations("form"), getTranslations("required")]);
  const byField = Object.entries(required).map(([name, key]) => [name, r(key)]);
  return {
    required: { [ANY_FIELD]: t("required"), ...Object.fromEntries(byField) },
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
