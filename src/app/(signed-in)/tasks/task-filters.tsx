import { ListFilter } from "lucide";
import { getTranslations } from "next-intl/server";
import { Link } from "@/components/link";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { PRIORITIES, SORTS, TASK_LIMITS } from "@/domain/tasks/schema";
import { FilterForm } from "../filter-form";
import { FilterSelect } from "../filter-select";
import { SearchInput } from "../search-input";
import { DUES, defaultSort, type View } from "./query";
import type { Tag } from "./task";
import { ViewLinks } from "./view-links";

const NARROWING = ["priority", "tag", "due", "sort"];

type Props = { view: View; query: Record<string, string>; tags: Tag[] };

/** What the list shows, all of it in the address. */
export async function TaskFilters({ view, query, tags }: Props) {
  const t = await getTranslations("tasks.filters");
  const p = await getTranslations("tasks.priorities");
  const set = NARROWING.filter((name) => query[name]);
  return (
    <FilterForm
      action="/tasks"
      label={t("label")}
      values={query}
      className="flex flex-wrap items-center gap-2 border-border border-b p-3 sm:px-4"
    >
      <ViewLinks current={view} query={query} />
      {query.show && <input type="hidden" name="show" defaultValue={query.show} />}
      <SearchInput
        label={t("search")}
        defaultValue={query.q}
        maxLength={TASK_LIMITS.search}
        className="ml-auto basis-44 sm:max-w-72"
      />
      <button type="submit" className="sr-only focus:not-sr-only">
        {t("submit")}
      </button>
      <details
        open={set.length > 0}
        className="contents [&::details-content]:basis-full [&:not([open])::details-content]:hidden"
      >
        <Button asChild variant="outline" className="list-none px-3 [&::-webkit-details-marker]:hidden">
          <summary>
            <Icon of={ListFilter} />
            {set.length > 0 ? t("active", { count: set.length }) : t("more")}
          </summary>
        </Button>
        <div className="grid gap-2.5 sm:grid-cols-2 lg:grid-cols-4">
          <FilterSelect quiet name="priority" label={t("priority")} defaultValue={query.priority ?? ""}>
            <option value="">{t("anyPriority")}</option>
            {PRIORITIES.toReversed().map((priority) => (
              <option key={priority} value={priority}>
                {t("priority")}: {p(priority)}
              </option>
            ))}
          </FilterSelect>
          <FilterSelect quiet name="tag" label={t("tag")} defaultValue={query.tag ?? ""}>
            <option value="">{t("anyTag")}</option>
            {tags.map((tag) => (
              <option key={tag.id} value={tag.id} dir="auto">
                {tag.name}
              </option>
            ))}
          </FilterSelect>
          <FilterSelect quiet name="due" label={t("due")} defaultValue={query.due ?? ""}>
            <option value="">{t("anyDue")}</option>
            {DUES.map((due) => (
              <option key={due} value={due}>
                {t(`dues.${due}`)}
              </option>
            ))}
          </FilterSelect>
          <FilterSelect quiet name="sort" label={t("sort")} defaultValue={query.sort ?? ""}>
            {[...SORTS]
              .sort((a) => (a === defaultSort(view) ? -1 : 0))
              .map((sort) => (
                <option key={sort} value={sort === defaultSort(view) ? "" : sort}>
                  {t(`sorts.${sort}`)}
                </option>
              ))}
          </FilterSelect>
          <div className="flex items-center gap-4 lg:col-span-4">
            <span className="hidden noscript:block">
              <Button type="submit" size="sm">
                {t("apply")}
              </Button>
            </span>
            {(set.length > 0 || query.q) && (
              <Link
                href="/tasks"
                className="min-h-6 text-muted-foreground text-sm underline decoration-input underline-offset-4 hover:text-foreground"
              >
                {t("clear")}
              </Link>
            )}
          </div>
        </div>
      </details>
    </FilterForm>
  );
}
