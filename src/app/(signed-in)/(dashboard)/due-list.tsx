"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { gatehouse } from "../keep-session";
import { type DueItem, DueRow } from "./due-row";

type Props = {
  tasks: Omit<DueItem, "completed">[];
  strings: Record<"label" | "none" | "overdue" | "failed" | "unreachable", string>;
};

/** Tasks to tick off. What was ticked stays where it was, so that it can be taken back, until the page is opened anew. */
export function DueList({ tasks, strings }: Props) {
  const router = useRouter();
  const [touched, setTouched] = useState<DueItem[]>([]);
  const [problem, setProblem] = useState("");
  const underWay = useRef(new Set<number>());
  const items = [
    ...tasks.filter(({ id }) => !isAmong(touched, id)).map((task) => ({ ...task, completed: false })),
    ...touched,
  ].sort((a, b) => Date.parse(a.due_date) - Date.parse(b.due_date) || a.id - b.id);

  async function complete(item: DueItem) {
    if (underWay.current.has(item.id)) return;
    underWay.current.add(item.id);
    const put = (changed: DueItem) =>
      setTouched((all) => [...all.filter(({ id }) => id !== item.id), changed]);
    setProblem("");
    put({ ...item, completed: !item.completed });
    const refused = await send({ id: item.id, completed: !item.completed });
    underWay.current.delete(item.id);
    if (refused === null) return router.refresh();
    put(item);
    setProblem(`${strings.failed} ${refused || strings.unreachable}`);
  }

  return (
    <>
      <p role="alert" className="px-5 pt-3 text-destructive text-sm empty:hidden">
        {problem}
      </p>
      {items.length === 0 && <p className="p-5 text-muted-foreground text-sm">{strings.none}</p>}
      <ul aria-label={strings.label} className="divide-y divide-border empty:hidden">
        {items.map((item) => (
          <DueRow key={item.id} item={item} overdue={strings.overdue} onComplete={complete} />
        ))}
      </ul>
    </>
  );
}

function isAmong(items: { id: number }[], sought: number) {
  return items.some(({ id }) => id === sought);
}

/** Why not, in the words of the API where it had any; null where it is done. */
async function send({ id, completed }: Pick<DueItem, "id" | "completed">): Promise<string | null> {
  const answer = await gatehouse
    .POST("/api/v1/tasks/{id}/completion", { params: { path: { id } }, body: { completed } })
    .catch(() => null);
  return answer?.response.ok ? null : (answer?.error?.detail ?? "");
}
