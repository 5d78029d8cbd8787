import { getFormatter, getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import type { Invitation } from "@/domain/invitations/invitations";
import { isolated } from "@/i18n/isolated";
import { Badge } from "../../badge";
import { ConfirmedWrite } from "../../confirmed-write";
import { LinkButton } from "../link-button";
import { copyLinkStrings } from "../link-strings";

type Props = { invitations: Invitation[]; timeZone: string };

export async function InvitationList({ invitations, timeZone }: Props) {
  const t = await getTranslations("admin.invitations");
  if (invitations.length === 0) {
    return <p className="px-5 py-12 text-center text-muted-foreground text-sm">{t("none")}</p>;
  }
  return (
    <ul className="divide-y divide-border">
      {invitations.map((invitation) => (
        <li
          key={invitation.id}
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-5 py-3.5 text-sm sm:px-6"
        >
          <Facts invitation={invitation} timeZone={timeZone} />
          <Actions invitation={invitation} />
        </li>
      ))}
    </ul>
  );
}

async function Facts({ invitation, timeZone }: { invitation: Invitation; timeZone: string }) {
  const [t, roles, format] = await Promise.all([
    getTranslations("admin.invitations"),
    getTranslations("admin.roles"),
    getFormatter(),
  ]);
  const date = format.dateTime(invitation.expires_at, { dateStyle: "medium", timeZone });
  const facts = [
    invitation.expired ? null : t("expires", { date }),
    invitation.invited_by && t("by", { name: isolated(invitation.invited_by) }),
    !invitation.mailed && t("notMailed"),
  ];
  return (
    <div className="min-w-0 flex-[1_1_14rem]">
      <p className="wrap-anywhere flex flex-wrap items-center gap-x-2.5 gap-y-1 font-medium">
        {invitation.email}
        {invitation.role === "admin" && <Badge>{roles("admin")}</Badge>}
        {invitation.expired && <Badge tone="alarming">{t("expired")}</Badge>}
      </p>
      <p className="mt-0.5 text-muted-foreground text-xs">{facts.filter(Boolean).join(" · ")}</p>
    </div>
  );
}

async function Actions({ invitation: { id, email, mailed } }: { invitation: Invitation }) {
  const [t, admin, copy] = await Promise.all([
    getTranslations("admin.invitations"),
    getTranslations("admin"),
    copyLinkStrings(),
  ]);
  const shared = { cancel: admin("cancel"), unreachable: admin("failed") };
  const again = mailed ? t("resend") : t("newLink");
  return (
    <div className="flex gap-2">
      <LinkButton
        path={`/api/v1/admin/invitations/${id}/resend`}
        strings={{
          ...shared,
          title: t("resendTitle", { email }),
          body: t("resendBody"),
          confirm: again,
          close: admin("close"),
          result: { mailed: t("sent", { email }), handOver: t("handOver"), copy },
        }}
      >
        <Button variant="outline" size="sm" aria-label={t("resendNamed", { email })}>
          {again}
        </Button>
      </LinkButton>
      <ConfirmedWrite
        path={`/api/v1/admin/invitations/${id}`}
        strings={{
          ...shared,
          title: t("revokeTitle", { email }),
          body: t("revokeBody"),
          confirm: t("revoke"),
        }}
      >
        <Button variant="destructive-outline" size="sm" aria-label={t("revokeNamed", { email })}>
          {t("revoke")}
        </Button>
      </ConfirmedWrite>
    </div>
  );
}
