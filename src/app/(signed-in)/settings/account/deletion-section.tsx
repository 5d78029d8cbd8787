import { getTranslations } from "next-intl/server";
import { formStrings, passwordStrings } from "@/app/form-strings";
import { SubmitButton } from "@/components/form/submit-button";
import { Button } from "@/components/ui/button";
import type { User } from "@/domain/users/user";
import { Section } from "../section";
import { DeletionForm } from "./deletion-form";

export async function DeletionSection({ user, withPassword }: { user: User; withPassword: boolean }) {
  const [t, form, password] = await Promise.all([
    getTranslations("settings.deletion"),
    formStrings({ password: "password" }),
    passwordStrings(),
  ]);
  const strings = {
    form,
    password,
    title: t("confirmTitle"),
    body: t(withPassword ? "confirmBody" : "confirmBodyWithoutPassword", { email: user.email }),
    passwordLabel: t("password"),
    cancel: t("cancel"),
  };
  return (
    <Section id="deletion" title={t("title")} lead={t("lead")}>
      <div className="flex flex-wrap items-center justify-between gap-4 p-5 sm:p-6">
        <p className="max-w-md text-pretty text-sm">{t("warning")}</p>
        <DeletionForm
          withPassword={withPassword}
          strings={strings}
          trigger={<Button variant="destructive-outline">{t("open")}</Button>}
          submit={<SubmitButton variant="destructive">{t("confirm")}</SubmitButton>}
        />
      </div>
    </Section>
  );
}
