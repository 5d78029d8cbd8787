import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { JOB_KINDS, JOB_STATES } from "@/domain/jobs/kinds";
import { FilterForm } from "../../filter-form";
import { FilterSelect } from "../../filter-select";

export async function JobFilters({ query }: { query: Record<string, string> }) {
  const t = await getTranslations("admin.jobs");
  return (
    <FilterForm
      action="/admin/jobs"
      label={t("title")}
      values={query}
      className="grid gap-2.5 border-border border-b p-4 sm:grid-cols-[1fr_1fr_auto] sm:p-5"
    >
      <FilterSelect quiet name="state" label={t("state")} defaultValue={query.state ?? ""}>
        <option value="">{t("anyState")}</option>
        {JOB_STATES.map((state) => (
          <option key={state} value={state}>
            {t(`states.${state}`)}
          </option>
        ))}
      </FilterSelect>
      <FilterSelect quiet name="kind" label={t("kind")} defaultValue={query.kind ?? ""}>
        <option value="">{t("anyKind")}</option>
        {JOB_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {t(`kinds.${kind}`)}
          </option>
        ))}
      </FilterSelect>
      <Button type="submit">{t("submit")}</Button>
    </FilterForm>
  );
}
