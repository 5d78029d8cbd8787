import {
  Building2,
  type IconNode,
  KeyRound,
  Link2,
  Link2Off,
  LogIn,
  LogOut,
  MailCheck,
  MailPlus,
  MailQuestionMark,
  MailX,
  RotateCw,
  ShieldAlert,
  ShieldCheck,
  UserRoundCheck,
  UserRoundCog,
  UserRoundPen,
  UserRoundX,
} from "lucide";
import { Icon } from "@/components/ui/icon";
import type { AuditAction } from "@/domain/audit/actions";

const ICONS: Record<AuditAction, IconNode> = {
  "setup.completed": ShieldCheck,
  "account.registered": ShieldCheck,
  "account.created": ShieldCheck,
  "account.disabled": UserRoundX,
  "account.enabled": UserRoundCheck,
  "account.deleted": UserRoundX,
  "account.restored": UserRoundCheck,
  "account.purged": UserRoundX,
  "profile.changed": UserRoundPen,
  "password.changed": KeyRound,
  "password.reset": KeyRound,
  "email.verified": MailCheck,
  "email.change_requested": MailQuestionMark,
  "email.changed": MailCheck,
  "email.change_undone": ShieldAlert,
  "alert.denied": ShieldAlert,
  "identity.linked": Link2,
  "identity.unlinked": Link2Off,
  "identity.refused": ShieldAlert,
  "role.changed": UserRoundCog,
  "organization.changed": Building2,
  "invitation.sent": MailPlus,
  "invitation.revoked": MailX,
  "invitation.accepted": MailCheck,
  "password.link_made": KeyRound,
  "job.retried": RotateCw,
  "session.started": LogIn,
  "session.refused": ShieldAlert,
  "session.ended": LogOut,
  "session.revoked": LogOut,
  "session.replayed": ShieldAlert,
  "reauthentication.requested": MailQuestionMark,
  "reauthentication.completed": ShieldCheck,
  "reauthentication.refused": ShieldAlert,
  "account.locked": ShieldAlert,
  "account.unlocked": ShieldCheck,
  "attempt.refused": ShieldAlert,
};

const ALARMING = new Set<AuditAction>([
  "session.refused",
  "session.replayed",
  "identity.refused",
  "reauthentication.refused",
  "account.locked",
  "attempt.refused",
]);

export function ActionIcon({ action }: { action: AuditAction }) {
  return (
    <Icon
      of={ICONS[action]}
      className={`size-4.5 ${ALARMING.has(action) ? "text-destructive" : "text-muted-foreground"}`}
    />
  );
}
