import { getFormatter, getTranslations } from "next-intl/server";
import type { KnownUser } from "@/domain/administration/list-users";
import { Section } from "../../../settings/section";
import { RestoreButton } from "../../restore-button";

type Props = { user: KnownUser; deletedAt: Date; timeZone: string };

/** The one thing that can be done with a deleted account. */
export async function DeletedSection({ user, deletedAt, timeZone }: Props) {
  const [t, format] = await Promise.all([getTranslations("admin.user.deleted"), getFormatter()]);
  const date = format.dateTime(deletedAt, { dateStyle: "long", timeStyle: "short", timeZone });
  return (
    <Section id="deleted" title={t("title")} lead={t("lead")}>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-5 py-4 sm:px-6">
        <p className="text-sm">{t("since", { date })}</p>
        <RestoreButton user={user} />
      </div>
    </Section>
  );
}
