import { getTranslations } from "next-intl/server";
import { formStrings, passwordStrings } from "@/app/form-strings";
import type { ReauthenticationStrings } from "./reauthentication-form";

export async function reauthenticationStrings(): Promise<ReauthenticationStrings> {
  const [t, form, password] = await Promise.all([
    getTranslations("reauthentication"),
    formStrings({ password: "password" }),
    passwordStrings(),
  ]);
  return {
    form,
    password,
    title: t("title"),
    lead: t("lead"),
    passwordLabel: t("password"),
    submit: t("submit"),
    cancel: t("cancel"),
  };
}
