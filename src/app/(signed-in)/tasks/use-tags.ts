import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { isolated } from "@/i18n/isolated";
import { gatehouse } from "../keep-session";
import type { Tag } from "./task";
import { type Outcome, useAsk } from "./use-ask";
import { put, useOptimisticList, without } from "./use-optimistic-list";

type Failed = (text: string, retry: () => void) => void;

/** Somebody's tags, and all that can be done to them. */
export function useTags(initial: Tag[], failed: Failed) {
  const t = useTranslations("tasks.notices.failed");
  const ask = useAsk();
  const router = useRouter();
  const list = useOptimisticList(initial);

  function follow(outcome: Outcome<unknown>, { what, retry }: { what: string; retry: () => void }): boolean {
    if (outcome.ok) router.refresh();
    else failed(`${what} ${outcome.reason}`, retry);
    return outcome.ok;
  }

  async function create(tag: Omit<Tag, "id">): Promise<boolean> {
    const outcome = await list.write<Tag>({
      expected: (tags) => tags,
      send: () => ask(() => gatehouse.POST("/api/v1/tags", { body: tag })),
      settled: (made) => (tags) => [...tags, made],
    });
    return follow(outcome, { what: t("tag", { title: isolated(tag.name) }), retry: () => create(tag) });
  }

  async function change(tag: Tag, body: Partial<Omit<Tag, "id">>): Promise<boolean> {
    const outcome = await list.write<Tag>({
      expected: put({ ...tag, ...body }),
      send: () => ask(() => gatehouse.PATCH("/api/v1/tags/{id}", { params: { path: { id: tag.id } }, body })),
      settled: put,
    });
    return follow(outcome, { what: t("tag", { title: isolated(tag.name) }), retry: () => change(tag, body) });
  }

  async function remove(tag: Tag): Promise<boolean> {
    const outcome = await list.write({
      expected: without(tag.id),
      send: () => ask(() => gatehouse.DELETE("/api/v1/tags/{id}", { params: { path: { id: tag.id } } })),
      settled: () => without(tag.id),
    });
    return follow(outcome, { what: t("deleteTag", { title: isolated(tag.name) }), retry: () => remove(tag) });
  }

  const tags = list.items.toSorted((a, b) => a.name.localeCompare(b.name));
  return { tags, create, change, remove };
}
