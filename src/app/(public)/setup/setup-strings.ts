import { getLocale, getTranslations } from "next-intl/server";
import { formStrings, newPasswordStrings, passwordStrings } from "@/app/form-strings";
import { BRAND, tagline } from "@/brand";
import { STEPS, type Step } from "./steps";

export type SetupStrings = Awaited<ReturnType<typeof setupStrings>>;

/** Every sentence of the wizard, which runs in the browser. */
export async function setupStrings(passwordMin: number) {
  const [t, errors, locale] = await Promise.all([
    getTranslations("setup"),
    getTranslations("errors"),
    getLocale(),
  ]);
  const names = byStep((step) => t(`steps.${step}`));
  return {
    form: await formStrings({
      setup_token: "setup_token",
      admin_email: "admin_email",
      admin_password: "admin_password",
      password_confirmation: "password_confirmation",
      organization_name: "organization_name",
    }),
    password: await passwordStrings(),
    advice: await newPasswordStrings(passwordMin),
    progress: STEPS.map((_, index) =>
      t("progress", { step: String(index + 1), count: String(STEPS.length) }),
    ),
    names,
    headings: byStep((step) => t(`${step}.heading`, { product: BRAND.name })),
    leads: byStep((step) => (step === "welcome" ? tagline(locale) : t(`${step}.lead`))),
    back: t("back"),
    next: t("next"),
    start: t("welcome.start"),
    token: t("welcome.token"),
    tokenHint: t("welcome.tokenHint"),
    email: t("administrator.email"),
    fullName: t("administrator.fullName"),
    optional: t("administrator.optional"),
    passwordLabel: t("administrator.password"),
    repeat: t("administrator.repeat"),
    again: t("administrator.again"),
    organization: t("organization.name"),
    organizationHint: t("organization.hint"),
    change: t("finish.change"),
    changeAdministrator: t("finish.changeNamed", { what: names.administrator }),
    changeOrganization: t("finish.changeNamed", { what: names.organization }),
    finish: t("finish.submit"),
    problems: {
      email: errors("INVALID_EMAIL"),
      password: errors("PASSWORD_TOO_SHORT", { min: passwordMin }),
    },
  };
}

function byStep(sentence: (step: Step) => string) {
  return Object.fromEntries(STEPS.map((step) => [step, sentence(step)])) as Record<Step, string>;
}
