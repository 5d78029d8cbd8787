import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { durationOf, durationWords } from "@/app/duration";
import { formStrings } from "@/app/form-strings";
import { SubmitButton } from "@/components/form/submit-button";
import { getOrganization } from "@/domain/organization/organization";
import { ACCENT_PATTERN, AUDIT_RETENTION_DAYS, LONGEST_NAME } from "@/domain/organization/schema";
import { longestLengths } from "@/domain/sessions/lengths";
import { SESSION_SECONDS } from "@/domain/sessions/schema";
import { requireAdmin } from "@/http/page-caller";
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
  const inWords = await durationWords();
  const longest = longestLengths();
  const bounds = (least: number, most: number) => ({ least: inWords(least), most: inWords(most) });
  const chosen = (seconds: number | null) => (seconds === null ? null : durationOf(seconds));
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
    duration: {
      problem: t("durationProblem"),
      unit: t("unit"),
      minutes: t("minutes"),
      hours: t("hours"),
      days: t("days"),
    },
    retentionProblem: t("retentionProblem", { min: String(min), max: String(max) }),
  };
  const durations = {
    session_ttl_seconds: {
      label: t("session"),
      hint: t("sessionHint", bounds(SESSION_SECONDS.least, longest.ordinary)),
      duration: chosen(organization.session_ttl_seconds),
      usual: "hours",
    },
    session_ttl_remember_seconds: {
      label: t("remembered"),
      hint: t("rememberedHint", bounds(SESSION_SECONDS.least, longest.remembered)),
      duration: chosen(organization.session_ttl_remember_seconds),
      usual: "days",
    },
    session_idle_seconds: {
      label: t("idle"),
      hint:
        longest.idle > 0
          ? t("idleHint", bounds(SESSION_SECONDS.leastIdle, longest.idle))
          : t("idleOpenHint", { least: inWords(SESSION_SECONDS.leastIdle) }),
      duration: chosen(organization.session_idle_seconds),
      usual: "minutes",
    },
  } as const;
  return (
    <AdminFrame>
      <Section id="organization" title={t("title")} lead={t("lead")}>
        <LogoRow url={organization.logo_url} />
        <OrganizationForm
          organization={organization}
          nameLimit={LONGEST_NAME}
          accentPattern={ACCENT_PATTERN}
          retentionLimits={AUDIT_RETENTION_DAYS}
          durations={durations}
          strings={strings}
        >
          <SubmitButton>{t("save")}</SubmitButton>
        </OrganizationForm>
      </Section>
    </AdminFrame>
  );
}
