import { X } from "lucide";
import { getFormatter, getTranslations } from "next-intl/server";
import { Link } from "@/components/link";
import { Icon } from "@/components/ui/icon";
import { AUDIT_ACTIONS, type AuditAction } from "@/domain/audit/actions";
import { startOfDay } from "@/lib/day";
import { addressOf } from "../../address";

const FILTERS = ["actor", "subject", "action", "from", "to"] as const;

/** What the list is narrowed by: each can be taken off by itself. */
export async function FilterChips({ query, timeZone }: { query: Record<string, string>; timeZone: string }) {
  const [t, actions, format] = await Promise.all([
    getTranslations("admin.audit"),
    getTranslations("activity"),
    getFormatter(),
  ]);
  const nameOf: (action: AuditAction) => string = actions;
  const dayOf = (day: string | undefined) => {
    const start = startOfDay(day ?? "", timeZone);
    return start && format.dateTime(start, { dateStyle: "medium", timeZone });
  };
  const action = AUDIT_ACTIONS.find((each) => each === query.action);
  const values = {
    actor: query.actor,
    subject: query.subject,
    action: action && nameOf(action),
    from: dayOf(query.from),
    to: dayOf(query.to),
  };
  const given = FILTERS.flatMap((name) => (values[name] ? [{ name, value: values[name] }] : []));
  if (given.length === 0) return null;
  const { cursor, ...filters } = query;
  return (
    <ul aria-label={t("chips")} className="flex flex-wrap items-center gap-2">
      {given.map(({ name, value }) => (
        <li key={name} className="min-w-0">
          <Link
            href={addressOf("/admin/audit", { ...filters, [name]: undefined })}
            prefetch={false}
            aria-label={t("removeChip", { filter: t(name), value })}
            className="inline-flex min-h-7 max-w-full items-center gap-1.5 rounded-full bg-accent py-0.5 pr-2 pl-3 text-accent-foreground text-xs hover:bg-secondary"
          >
            <span className="truncate">
              {t(name)}:{" "}
              <b dir="auto" className="font-medium">
                {value}
              </b>
            </span>
            <Icon of={X} className="size-3.5" />
          </Link>
        </li>
      ))}
      {given.length > 1 && (
        <li>
          <Link
            href="/admin/audit"
            prefetch={false}
            className="inline-flex min-h-7 items-center px-1 text-muted-foreground text-xs underline decoration-input underline-offset-4 hover:text-foreground"
          >
            {t("clear")}
          </Link>
        </li>
      )}
    </ul>
  );
}
