import { getTranslations } from "next-intl/server";
import { Link } from "@/components/link";
import { addressOf } from "../address";
import { VIEWS, type View } from "./query";

type Props = { current: View; query: Record<string, string> };

/** What is open, what is done, or both; the other filters stay as they are. */
export async function ViewLinks({ current, query }: Props) {
  const t = await getTranslations("tasks.views");
  return (
    <nav aria-label={t("label")} className="flex gap-1 overflow-x-auto">
      {VIEWS.map((view) => (
        <Link
          key={view}
          href={addressOf("/tasks", {
            ...query,
            cursor: undefined,
            show: view === "open" ? undefined : view,
          })}
          aria-current={view === current ? "page" : undefined}
          className="flex h-9 items-center whitespace-nowrap rounded-lg px-3 font-medium text-muted-foreground text-sm transition-colors hover:text-foreground aria-[current]:bg-accent aria-[current]:text-accent-foreground"
        >
          {t(view)}
        </Link>
      ))}
    </nav>
  );
}
