import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { formStrings } from "@/app/form-strings";
import { SubmitButton } from "@/components/form/submit-button";
import { getOrganization } from "@/domain/organization/organization";
import { ACCENT_PATTERN, AUDIT_RETENTION_DAYS, LONGEST_NAME } from "@/domain/organization/schema";
import { requireAdmin } from "@/http/caller";
import { Section } from "../../settings/section";
import { AdminFrame } from "../admin-frame";
import { LogoRow } from "./logo-row";
import { OrganizationForm } from "./organization-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.organization");
  return { title: t("title") };
}

export default async function OrganizationPage() {
  await requireAdmin();
  const [t, form, organization] = await Promise.all([
    getTranslations("admin.organization"),
    formStrings({ organization_name: "organization_name" }),
    getOrganization(),
  ]);
  const { min, max } = AUDIT_RETENTION_DAYS;
  const strings = {
    form,
    saved: t("saved"),
    name: t("name"),
    nameHint: t("nameHint"),
    registration: t("registration"),
    open: t("open"),
    openHint: t("openHint"),
    closed: t("closed"),
    closedHint: t("closedHint"),
    retention: t("retention"),
    retentionHint: t("retentionHint"),
    accent: t("accent"),
    accentHint: t("accentHint"),
    accentProblem: t("accentProblem"),
    accentPick: t("accentPick"),
    retentionProblem: t("retentionProblem", { min: String(min), max: String(max) }),
  };
  return (
    <AdminFrame>
      <Section id="organization" title={t("title")} lead={t("lead")}>
        <LogoRow url={organization.logo_url} />
        <OrganizationForm
          organization={organization}
          nameLimit={LONGEST_NAME}
          accentPattern={ACCENT_PATTERN}
          retentionLimits={AUDIT_RETENTION_DAYS}
          strings={strings}
        >
          <SubmitButton>{t("save")}</SubmitButton>
        </OrganizationForm>
      </Section>
    </AdminFrame>
  );
}
