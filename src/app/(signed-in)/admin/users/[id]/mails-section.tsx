import { getFormatter, getTranslations } from "next-intl/server";
import type { MailKind } from "@/domain/mails/kinds";
import { listMailsTo, type MailStatus } from "@/domain/mails/mails-to";
import { Section } from "../../../settings/section";

const MOST = 10;

/** What was mailed to somebody, and what became of it. */
export async function MailsSection({ userId, timeZone }: { userId: string; timeZone: string }) {
  const [t, mails] = await Promise.all([getTranslations("admin.user.mails"), listMailsTo(userId, MOST)]);
  const nameOf = t as (key: `kinds.${MailKind}`) => string;
  return (
    <Section id="mails" title={t("title")} lead={t("lead")}>
      {mails.length === 0 ? (
        <p className="p-5 text-muted-foreground text-sm sm:px-6">{t("none")}</p>
      ) : (
        <ul className="divide-y divide-border">
          {mails.map((mail) => (
            <li key={mail.id} className="px-5 py-3 text-sm sm:px-6">
              <p className="flex flex-wrap items-baseline justify-between gap-x-4">
                <span className="font-medium">{nameOf(`kinds.${mail.kind as MailKind}`)}</span>
                <span className="wrap-anywhere text-muted-foreground text-xs">{mail.recipient}</span>
              </p>
              <Outcome mail={mail} timeZone={timeZone} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

async function Outcome({ mail, timeZone }: { mail: MailStatus; timeZone: string }) {
  const [t, format] = await Promise.all([getTranslations("admin.user.mails"), getFormatter()]);
  const { sentAt, keptAt, failedAt, doneAt, reason } = mail;
  if (failedAt) {
    return <p className="wrap-anywhere text-destructive text-xs">{t("failed", { reason: reason ?? "" })}</p>;
  }
  const time = sentAt && format.dateTime(sentAt, { dateStyle: "medium", timeStyle: "short", timeZone });
  return (
    <p className="text-muted-foreground text-xs">
      {time ? t("sent", { time }) : keptAt ? t("kept") : doneAt ? t("dropped") : t("waiting")}
    </p>
  );
}
