import {
  Building2,
  type IconNode,
  KeyRound,
  LogIn,
  LogOut,
  ShieldAlert,
  ShieldCheck,
  UserRoundCheck,
  UserRoundCog,
  UserRoundPen,
  UserRoundX,
} from "lucide";
import { getTranslations } from "next-intl/server";
import { Icon } from "@/components/icon";
import { Moment } from "@/components/moment";
import type { AuditAction } from "@/domain/audit/actions";
import type { AuditEvent } from "@/domain/audit/list-events";

const ICONS: Record<AuditAction, IconNode> = {
  "setup.completed": ShieldCheck,
  "account.registered": ShieldCheck,
  "account.created": ShieldCheck,
  "account.disabled": UserRoundX,
  "account.enabled": UserRoundCheck,
  "account.deleted": UserRoundX,
  "profile.changed": UserRoundPen,
  "password.changed": KeyRound,
  "role.changed": UserRoundCog,
  "organization.changed": Building2,
  "session.started": LogIn,
  "session.refused": ShieldAlert,
  "session.ended": LogOut,
  "session.revoked": LogOut,
  "session.replayed": ShieldAlert,
};

const ALARMING = new Set<AuditAction>(["session.refused", "session.replayed"]);

type Props = { events: AuditEvent[]; timeZone: string };

/** What was done to an account, in words. */
export async function Activity({ events, timeZone }: Props) {
  const t = await getTranslations("activity");
  const nameOf: (action: AuditAction) => string = t;
  if (events.length === 0) return <p className="p-5 text-muted-foreground text-sm">{t("none")}</p>;
  return (
    <ul className="divide-y divide-border">
      {events.map(({ id, action, ip_address, created_at }) => (
        <li key={id} className="flex items-center gap-3.5 px-5 py-3 text-sm">
          <Icon
            of={ICONS[action as AuditAction]}
            className={`size-4.5 ${ALARMING.has(action as AuditAction) ? "text-destructive" : "text-muted-foreground"}`}
          />
          <span className="mr-auto min-w-0">
            {nameOf(action as AuditAction)}
            {ip_address && (
              <span className="block text-muted-foreground text-xs">
                {t("from", { address: ip_address })}
              </span>
            )}
          </span>
          <Moment at={created_at} timeZone={timeZone} className="shrink-0 text-muted-foreground text-xs" />
        </li>
      ))}
    </ul>
  );
}
