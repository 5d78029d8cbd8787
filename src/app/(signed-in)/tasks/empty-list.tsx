import { CircleCheckBig, type IconNode, ListTodo, PartyPopper, SearchX } from "lucide";
import { useTranslations } from "next-intl";
import { Link } from "@/components/link";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";

export type Emptiness = "none" | "allDone" | "nothingDone" | "noMatch";

const ICONS: Record<Emptiness, IconNode> = {
  none: ListTodo,
  allDone: PartyPopper,
  nothingDone: CircleCheckBig,
  noMatch: SearchX,
};

/** Says why the list is empty and what to do about it. */
export function EmptyList({ why }: { why: Emptiness }) {
  const t = useTranslations("tasks.empty");
  return (
    <div className="grid justify-items-center px-6 py-14 text-center">
      <span className="mb-4 grid size-12 place-items-center rounded-full bg-accent text-accent-foreground">
        <Icon of={ICONS[why]} className="size-6" />
      </span>
      <h2 className="font-semibold">{t(`${why}.title`)}</h2>
      <p className="mt-1 max-w-sm text-balance text-muted-foreground text-sm">{t(`${why}.body`)}</p>
      {why === "noMatch" && (
        <Button asChild variant="outline" className="mt-5">
          <Link href="/tasks">{t("noMatch.clear")}</Link>
        </Button>
      )}
    </div>
  );
}
