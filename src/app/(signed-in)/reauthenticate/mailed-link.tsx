import { getTranslations } from "next-intl/server";
import { TextLink } from "@/app/(public)/gate-card";
import { KeptMailHint } from "@/app/(public)/kept-mail-hint";
import { ProofForm } from "@/app/(public)/proof-form";
import { type Query, withNext } from "@/app/(public)/visitor";
import type { User } from "@/domain/users/user";

export async function LinkSent({ next }: { next: string }) {
  const t = await getTranslations("reauthentication.sent");
  const again = withNext("/reauthenticate", next);
  return (
    <div className="grid gap-4 text-sm">
      <p>{t("body")}</p>
      <p className="text-muted-foreground">
        {t.rich("nothing", { link: (text) => <TextLink href={again}>{text}</TextLink> })}
      </p>
      <KeptMailHint />
    </div>
  );
}

/** Used, expired, or asked for in another session. */
export async function VoidLink() {
  const t = await getTranslations("reauthentication.link");
  return (
    <p role="alert" className="rounded-lg bg-destructive-muted px-3.5 py-2.5 text-destructive text-sm">
      {t("void")}
    </p>
  );
}

type Props = { user: User; token: string; next: string; query: Query };

export async function LinkQuestion({ user: { username, email }, token, next, query }: Props) {
  const t = await getTranslations("reauthentication.link");
  return (
    <>
      <ProofForm
        action="/api/v1/auth/reauthentication-links/confirm"
        token={token}
        next={next}
        query={query}
        submit={t("submit")}
      >
        <p className="wrap-anywhere text-sm">{t("body", { username, email })}</p>
      </ProofForm>
      <p className="text-muted-foreground text-sm">{t("notMine")}</p>
    </>
  );
}
