import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { ConfirmedWrite } from "../confirmed-write";

type Props = {
  sessionId: string;
  /** Which one it is, for who doesn't see what it stands beside. */
  named: string;
};

/** Says of a session that it was somebody else, and leads on to a new password. */
export async function NotMe({ sessionId, named }: Props) {
  const t = await getTranslations("settings.sessions");
  return (
    <ConfirmedWrite
      method="POST"
      path={`/api/v1/auth/sessions/${sessionId}/deny`}
      after="/settings/security?denied=1#password"
      strings={{
        cancel: t("cancel"),
        unreachable: t("failed"),
        title: t("denyTitle"),
        body: t("denyBody"),
        confirm: t("denyConfirm"),
      }}
    >
      <Button variant="ghost" size="sm" aria-label={named} className="noscript:hidden">
        {t("deny")}
      </Button>
    </ConfirmedWrite>
  );
}
