import { Check } from "lucide";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Link } from "@/components/link";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { findNextSteps } from "@/domain/administration/next-steps";

const STEPS = ["mail", "providers", "invitations", "backup"] as const;

/** What an administrator has yet to see to; gone once all of it is done, or at a word. */
export async function NextSteps() {
  const [so, t] = await Promise.all([findNextSteps(), getTranslations("dashboard.nextSteps")]);
  if (so.dismissed || STEPS.every((step) => so[step])) return null;
  const actions: Partial<Record<(typeof STEPS)[number], ReactNode>> = {
    invitations: (
      <Button asChild variant="outline" size="sm">
        <Link href="/admin/invitations">{t("invitations.action")}</Link>
      </Button>
    ),
    backup: <Said what="backup" label={t("backup.action")} variant="outline" />,
  };
  return (
    <Card className="mt-4">
      <CardHeader>
        <h2 className="font-semibold text-[0.9375rem]">{t("title")}</h2>
        <Said what="dismissed" label={t("dismiss")} variant="ghost" />
      </CardHeader>
      <ol className="divide-y divide-border">
        {STEPS.map((step) => (
          <li key={step} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-5 py-3">
            <span
              className={`grid size-5 shrink-0 place-items-center rounded-full border-2 ${so[step] ? "border-ring bg-ring text-card" : "border-input"}`}
            >
              {so[step] && <Icon of={Check} className="size-3.5" />}
            </span>
            <div className="min-w-0 grow basis-48 text-sm">
              <p className={so[step] ? "text-muted-foreground" : "font-medium"}>
                {t(`${step}.title`)}
                {so[step] && <span className="sr-only"> {t("done")}</span>}
              </p>
              {!so[step] && (
                <p className="text-muted-foreground">
                  {t.rich(`${step}.body`, { code: (text) => <code className="text-xs">{text}</code> })}
                </p>
              )}
            </div>
            {!so[step] && actions[step]}
          </li>
        ))}
      </ol>
    </Card>
  );
}

type SaidProps = { what: "backup" | "dismissed"; label: string; variant: "outline" | "ghost" };

function Said({ what, label, variant }: SaidProps) {
  return (
    <form method="post" action="/api/v1/admin/next-steps">
      <input type="hidden" name={what} value="true" />
      <Button type="submit" variant={variant} size="sm">
        {label}
      </Button>
    </form>
  );
}
