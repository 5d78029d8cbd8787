import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { PageFrame } from "../page-frame";
import { Tab } from "./tab";

/** The frame of an administration page, with its tabs. Each page checks access itself. */
export async function AdminFrame({ children }: { children: ReactNode }) {
  const t = await getTranslations("admin");
  return (
    <PageFrame title={t("title")}>
      <nav aria-label={t("tabs")} className="-mt-2 mb-7 flex gap-1 overflow-x-auto border-border border-b">
        <Tab href="/admin" also="/admin/users">
          {t("users.title")}
        </Tab>
        <Tab href="/admin/invitations">{t("invitations.title")}</Tab>
        <Tab href="/admin/audit">{t("audit.title")}</Tab>
        <Tab href="/admin/jobs">{t("jobs.title")}</Tab>
        <Tab href="/admin/settings">{t("organization.title")}</Tab>
      </nav>
      <noscript>
        <p className="mb-6 rounded-lg bg-muted px-4 py-3 text-sm">{t("needsScript")}</p>
      </noscript>
      {children}
    </PageFrame>
  );
}
