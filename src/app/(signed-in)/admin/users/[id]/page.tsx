import { ArrowLeft } from "lucide";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { Link } from "@/components/link";
import { PersonAvatar } from "@/components/person-avatar";
import { Icon } from "@/components/ui/icon";
import { getUserOverview, isNewcomer } from "@/domain/administration/user-overview";
import { listLiveSessions } from "@/domain/sessions/sessions";
import { requireAdmin } from "@/http/page-caller";
import { Problem } from "@/lib/errors";
import { AdminFrame } from "../../admin-frame";
import { UserBadges } from "../../user-badges";
import { AccessSection } from "./access-section";
import { DeletedSection } from "./deleted-section";
import { FactsSection } from "./facts-section";
import { MailsSection } from "./mails-section";
import { ProofsSection } from "./proofs-section";
import { SessionsSection } from "./sessions-section";
import { TrailSection } from "./trail-section";
import { WaysInSection } from "./ways-in-section";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.user");
  return { title: t("facts.title") };
}

export default async function UserPage({ params }: { params: Promise<{ id: string }> }) {
  const { user: self, sessionId } = await requireAdmin();
  const overview = await findOverview((await params).id);
  if (overview === null) notFound();
  const { user, proofs } = overview;
  const [t, sessions] = await Promise.all([
    getTranslations("admin.user"),
    listLiveSessions({ userId: user.id, currentId: sessionId }),
  ]);
  const name = user.full_name ?? user.username;
  return (
    <AdminFrame>
      <Link
        href="/admin"
        className="inline-flex min-h-6 items-center gap-1.5 text-muted-foreground text-sm hover:text-foreground"
      >
        <Icon of={ArrowLeft} className="size-3.5" /> {t("back")}
      </Link>
      <header className="mt-4 mb-9 flex items-center gap-4">
        <PersonAvatar id={user.id} name={name} url={user.avatar_url} className="size-14 text-lg" />
        <div className="min-w-0">
          <h2 className="wrap-anywhere flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold text-xl">
            <bdi>{name}</bdi> <UserBadges user={user} />
          </h2>
          <p className="truncate text-muted-foreground text-sm">{user.email}</p>
        </div>
      </header>
      <FactsSection user={user} timeZone={self.time_zone} />
      {user.deleted_at ? (
        <DeletedSection user={user} deletedAt={user.deleted_at} timeZone={self.time_zone} />
      ) : (
        <AccessSection user={user} isSelf={user.id === self.id} isNew={isNewcomer(overview)} />
      )}
      <WaysInSection overview={overview} timeZone={self.time_zone} />
      <SessionsSection user={user} sessions={sessions} timeZone={self.time_zone} />
      <ProofsSection proofs={proofs} timeZone={self.time_zone} />
      <MailsSection userId={user.id} timeZone={self.time_zone} />
      <TrailSection user={user} timeZone={self.time_zone} />
    </AdminFrame>
  );
}

async function findOverview(id: string) {
  if (!z.guid().safeParse(id).success) return null;
  return getUserOverview(id).catch((error) => {
    if (error instanceof Problem && error.code === "NOT_FOUND") return null;
    throw error;
  });
}
