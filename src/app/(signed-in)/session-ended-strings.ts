import { getTranslations } from "next-intl/server";
import { formStrings, passwordStrings } from "@/app/form-strings";
import type { SessionEndedStrings } from "./session-ended-dialog";

export async function sessionEndedStrings(): Promise<SessionEndedStrings> {
  const [t, login, form, password] = await Promise.all([
    getTranslations("sessionEnded"),
    getTranslations("login"),
    formStrings({ password: "password" }),
    passwordStrings(),
  ]);
  return {
    form,
    password,
    title: t("title"),
    body: t("body"),
    email: t("email"),
    passwordLabel: login("password"),
    submit: login("submit"),
    otherWay: t("otherWay"),
  };
}
