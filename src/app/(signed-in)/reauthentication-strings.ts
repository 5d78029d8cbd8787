import { getTranslations } from "next-intl/server";
import { formStrings, passwordStrings } from "@/app/form-strings";
import { listProviders } from "@/domain/identities/providers";
import type { ReauthenticationStrings } from "./reauthentication-form";

export async function reauthenticationStrings(): Promise<ReauthenticationStrings> {
  const [t, providers, form, password] = await Promise.all([
    getTranslations("reauthentication"),
    getTranslations("providers"),
    formStrings({ password: "password" }),
    passwordStrings(),
  ]);
  return {
    form,
    password,
    providers: Object.fromEntries(
      listProviders().map(({ id, name }) => [id, providers("continue", { provider: name })]),
    ),
    title: t("title"),
    lead: t("lead"),
    otherLead: t("otherLead"),
    passwordLabel: t("password"),
    submit: t("submit"),
    cancel: t("cancel"),
    or: providers("or"),
    linkHint: t("linkHint"),
    sendLink: t("sendLink"),
    none: t("none"),
    signOut: t("signOut"),
  };
}
