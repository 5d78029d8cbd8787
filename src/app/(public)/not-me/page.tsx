import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { findProof } from "@/domain/proofs/proofs";
import { GateCard } from "../gate-card";
import { InvalidLink } from "../invalid-link";
import { KeptMailHint } from "../kept-mail-hint";
import { type Query, requireSetUp, single } from "../visitor";

const DONE = "/not-me?done=1";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("notMe");
  return { title: t("title") };
}

/** Opened by the link of an alert. */
export default async function NotMePage({ searchParams }: { searchParams: Query }) {
  await requireSetUp();
  const [query, t] = await Promise.all([searchParams, getTranslations("notMe")]);
  if (query.done) {
    return (
      <GateCard title={t("done.heading")}>
        <div className="grid gap-4 text-center text-sm">
          <p>{t("done.body")}</p>
          <KeptMailHint />
        </div>
      </GateCard>
    );
  }
  const token = single(query.token) ?? "";
  const proof = await findProof("not_me", token);
  if (proof === null) return <InvalidLink another="/forgot-password" />;
  const { username, email } = proof.user;
  return (
    <GateCard title={t("heading")} below={t("wasMe")}>
      <form method="post" action="/api/v1/auth/alerts/deny" className="grid gap-6">
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="next" value={DONE} />
        <p className="wrap-anywhere text-center text-sm">{t("body", { username, email })}</p>
        <Button type="submit" size="lg" variant="destructive">
          {t("submit")}
        </Button>
      </form>
    </GateCard>
  );
}
