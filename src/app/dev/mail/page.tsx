import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { LanguageSwitch } from "@/components/language-switch";
import { ThemeSwitch } from "@/components/theme-switch";
import { Card } from "@/components/ui/card";
import { listKeptMails } from "@/domain/mails/mails";
import { mayReadKeptMail } from "@/http/kept-mail";
import { readPreferences } from "@/http/page-preferences";
import { settings } from "@/lib/settings";
import { renderMail } from "@/mails/render";

const MOST = 50;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("devMail");
  return { title: t("title") };
}

/** For who tries the product out without a mail server. Each mail is made now, with its links; nothing keeps them. */
export default async function DevMailPage() {
  if (!mayReadKeptMail(await headers())) notFound();
  const [mails, t, format, { theme }] = await Promise.all([
    listKeptMails(MOST).then((kept) =>
      Promise.all(kept.map(async (mail) => ({ ...mail, ...(await renderMail(mail)) }))),
    ),
    getTranslations("devMail"),
    getFormatter(),
    readPreferences(),
  ]);
  return (
    <main className="mx-auto grid min-h-dvh max-w-3xl content-start gap-6 px-4 py-10 sm:px-6">
      <header>
        <h1 className="font-semibold text-2xl">{t("heading")}</h1>
        <p className="mt-1.5 text-muted-foreground text-sm">
          {settings().DEV_MAIL === "on" ? t("leadOpen") : t("lead")}
        </p>
      </header>
      {mails.length === 0 && (
        <Card className="px-5 py-12 text-center text-muted-foreground text-sm">{t("none")}</Card>
      )}
      {mails.map((mail, index) => (
        <Card key={mail.id} className="min-w-0">
          <details open={index === 0}>
            <summary className="flex flex-wrap items-baseline justify-between gap-x-5 gap-y-1 px-5 py-3.5 sm:px-6">
              <span className="wrap-anywhere font-medium">{mail.subject}</span>
              <span className="wrap-anywhere text-muted-foreground text-xs">
                {t("to", { email: mail.recipient })} ·{" "}
                <time dateTime={mail.createdAt.toISOString()}>
                  {format.dateTime(mail.createdAt, { dateStyle: "medium", timeStyle: "medium" })}
                </time>
              </span>
            </summary>
            <iframe
              title={mail.subject}
              src={`/dev/mail/${mail.id}`}
              loading="lazy"
              className="h-[36rem] w-full border-border border-y"
            />
            <div className="flex flex-wrap items-start gap-x-6 gap-y-2 px-5 py-3 text-sm sm:px-6">
              <a
                href={`/dev/mail/${mail.id}`}
                className="min-h-6 underline decoration-input underline-offset-4 hover:decoration-current"
              >
                {t("open")}
              </a>
              <details className="min-w-0">
                <summary className="min-h-6">{t("text")}</summary>
                <pre className="wrap-anywhere mt-2 whitespace-pre-wrap font-mono text-xs">{mail.text}</pre>
              </details>
            </div>
          </details>
        </Card>
      ))}
      <footer className="flex flex-wrap items-center justify-center gap-x-3 gap-y-2 sm:gap-x-5">
        <LanguageSwitch />
        <ThemeSwitch current={theme} />
      </footer>
    </main>
  );
}
