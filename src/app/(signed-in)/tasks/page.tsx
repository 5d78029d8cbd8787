import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import { listTags } from "@/domain/tags/tags";
import { listTasks } from "@/domain/tasks/list-tasks";
import type { Task as OwnTask } from "@/domain/tasks/task";
import { requireUser } from "@/http/page-caller";
import { addressOf, readFilter, readQuery, type SearchParams } from "../address";
import { orFirstPage } from "../first-page";
import { PageFrame } from "../page-frame";
import { taskQuerySchema, toFilter } from "./query";
import type { Task } from "./task";
import { TaskBoard } from "./task-board";
import { TaskFilters } from "./task-filters";

const PER_PAGE = 50;
// More than anyone has; the page offers them all at once.
const MOST_TAGS = 1000;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("tasks");
  return { title: t("title") };
}

export default async function TasksPage({ searchParams }: { searchParams: SearchParams }) {
  const { user } = await requireUser();
  const query = await readQuery(searchParams);
  const asked = readFilter(taskQuerySchema, query);
  const now = new Date();
  const filter = toFilter(asked, { timeZone: user.time_zone, now });
  const [page, tags, t, locale, messages] = await Promise.all([
    orFirstPage(query.cursor, (cursor) => listTasks({ userId: user.id, filter, limit: PER_PAGE, cursor })),
    listTags({ userId: user.id, limit: MOST_TAGS }),
    getTranslations("tasks"),
    getLocale(),
    getMessages(),
  ]);
  const { cursor, ...filters } = query;
  return (
    <PageFrame title={t("title")}>
      <p className="mb-6 hidden rounded-lg bg-muted px-4 py-3 text-sm noscript:block">{t("needsScript")}</p>
      <NextIntlClientProvider locale={locale} messages={{ tasks: messages.tasks, form: messages.form }}>
        <TaskBoard
          key={JSON.stringify(query)}
          page={{ items: page.items.map(toView), next_cursor: page.next_cursor }}
          tags={tags.items}
          query={{
            ...filter,
            due_after: filter.due_after?.toISOString(),
            due_before: filter.due_before?.toISOString(),
            limit: PER_PAGE,
            cursor,
          }}
          view={asked.show}
          filtered={[asked.q, asked.priority, asked.tag, asked.due].some((each) => each !== undefined)}
          hasAny={page.items.length > 0 || (await hasTasks(user.id))}
          renderedAt={now.toISOString()}
          timeZone={user.time_zone}
          links={{
            more: page.next_cursor && addressOf("/tasks", { ...filters, cursor: page.next_cursor }),
            first: cursor ? addressOf("/tasks", filters) : null,
          }}
        >
          <TaskFilters view={asked.show} query={query} tags={tags.items} />
        </TaskBoard>
      </NextIntlClientProvider>
    </PageFrame>
  );
}

async function hasTasks(userId: string): Promise<boolean> {
  const { items } = await listTasks({ userId, filter: { sort: "-created_at" }, limit: 1 });
  return items.length > 0;
}

/** As the API returns it. */
function toView({ due_date, created_at, updated_at, ...task }: OwnTask): Task {
  return {
    ...task,
    due_date: due_date?.toISOString() ?? null,
    created_at: created_at.toISOString(),
    updated_at: updated_at.toISOString(),
  };
}
