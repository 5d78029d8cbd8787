import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { formStrings } from "@/app/form-strings";
import { SubmitButton } from "@/components/form/submit-button";
import { Card } from "@/components/ui/card";
import { LIMITS, USERNAME_PATTERN } from "@/domain/users/schema";
import { requireAdmin } from "@/http/page-caller";
import { AdminFrame } from "../../admin-frame";
import { copyLinkStrings, EMAIL } from "../../link-strings";
import { NewUserForm } from "./new-user-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.newUser");
  return { title: t("title") };
}

export default async function NewUserPage() {
  await requireAdmin();
  const [t, roles, errors, form, copy] = await Promise.all([
    getTranslations("admin.newUser"),
    getTranslations("admin.roles"),
    getTranslations("errors"),
    formStrings({ email: "any_email" }),
    copyLinkStrings(),
  ]);
  const strings = {
    form,
    labels: {
      email: t("email"),
      username: t("username"),
      fullName: t("fullName"),
      role: t("role"),
      user: roles("user"),
      admin: roles("admin"),
    },
    optional: t("optional"),
    usernameHint: t("usernameHint"),
    problems: { email: errors("INVALID_EMAIL"), username: errors("INVALID_USERNAME") },
    result: { mailed: t("mailed", { email: EMAIL }), handOver: t("handOver"), copy },
    another: t("another"),
    view: t("view"),
  };
  const limits = { email: LIMITS.email, fullName: LIMITS.fullName, usernamePattern: USERNAME_PATTERN };
  return (
    <AdminFrame>
      <h2 className="font-semibold text-lg">{t("title")}</h2>
      <p className="mt-1 mb-5 text-muted-foreground text-sm">{t("lead")}</p>
      <Card className="max-w-2xl">
        <NewUserForm limits={limits} strings={strings}>
          <SubmitButton>{t("submit")}</SubmitButton>
        </NewUserForm>
      </Card>
    </AdminFrame>
  );
}
