import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { formStrings } from "@/app/form-strings";
import { SubmitButton } from "@/components/form/submit-button";
import { Card } from "@/components/ui/card";
import { listInvitations } from "@/domain/invitations/invitations";
import { LIMITS } from "@/domain/users/schema";
import { requireAdmin } from "@/http/page-caller";
import { readQuery, type SearchParams } from "../../address";
import { orFirstPage } from "../../first-page";
import { AdminFrame } from "../admin-frame";
import { copyLinkStrings, EMAIL } from "../link-strings";
import { Pager } from "../pager";
import { InvitationList } from "./invitation-list";
import { InviteForm } from "./invite-form";

const PER_PAGE = 25;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.invitations");
  return { title: t("title") };
}

export default async function InvitationsPage({ searchParams }: { searchParams: SearchParams }) {
  const { user } = await requireAdmin();
  const query = await readQuery(searchParams);
  const [t, roles, errors, form, copy, page] = await Promise.all([
    getTranslations("admin.invitations"),
    getTranslations("admin.roles"),
    getTranslations("errors"),
    formStrings({ email: "any_email" }),
    copyLinkStrings(),
    orFirstPage(query.cursor, (cursor) => listInvitations({ limit: PER_PAGE, cursor })),
  ]);
  const strings = {
    form,
    labels: { email: t("email"), role: t("role"), user: roles("user"), admin: roles("admin") },
    problem: errors("INVALID_EMAIL"),
    result: { mailed: t("sent", { email: EMAIL }), handOver: t("handOver"), copy },
  };
  return (
    <AdminFrame>
      <p className="mb-5 text-muted-foreground text-sm">{t("lead")}</p>
      <Card className="mb-6">
        <InviteForm maxLength={LIMITS.email} strings={strings}>
          <SubmitButton className="w-full">{t("submit")}</SubmitButton>
        </InviteForm>
      </Card>
      <Card>
        <InvitationList invitations={page.items} timeZone={user.time_zone} />
        <Pager
          label={t("pages")}
          path="/admin/invitations"
          query={query}
          nextCursor={page.next_cursor}
          strings={{ first: t("newest"), next: t("older") }}
        />
      </Card>
    </AdminFrame>
  );
}
