import { CircleCheck, Clock, type IconNode, LoaderCircle, TriangleAlert } from "lucide";
import { getFormatter, getTranslations } from "next-intl/server";
import type { Job } from "@/domain/jobs/list-jobs";
import { Figure } from "../../panel";

const ICONS: Record<Job["state"], IconNode> = {
  waiting: Clock,
  running: LoaderCircle,
  failed: TriangleAlert,
  done: CircleCheck,
};

/** How many there are in each state, each the way to them. */
export async function StateTotals({ counts }: { counts: Record<Job["state"], number> }) {
  const [t, format] = await Promise.all([getTranslations("admin.jobs"), getFormatter()]);
  return (
    <div className="mb-6 grid grid-cols-2 gap-3 sm:gap-4 lg:grid-cols-4">
      {(Object.keys(ICONS) as Job["state"][]).map((state) => (
        <Figure
          key={state}
          icon={ICONS[state]}
          label={t(`states.${state}`)}
          href={`/admin/jobs?state=${state}`}
          alarming={state === "failed" && counts.failed > 0}
        >
          {format.number(counts[state])}
        </Figure>
      ))}
    </div>
  );
}
