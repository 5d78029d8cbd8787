import { useEffect, useState } from "react";
import type { PaletteDialogProps } from "./choice";

const SHORTEST = 2;
const MOST = 5;
const TYPING_MS = 200;

type Found = {
  /** What was looked for. */
  query: string;
  tasks: { id: number; title: string; completed: boolean }[];
  people: { id: string; username: string; full_name: string | null; email: string }[];
  isFailed: boolean;
};

type Asking = Pick<PaletteDialogProps, "people" | "client">;

const NOTHING: Found = { query: "", tasks: [], people: [], isFailed: false };

/** Tasks and people by the API, which answers each person with what they may see. */
export function useFound(typed: string, { people, client }: Asking) {
  const query = typed.trim().length < SHORTEST ? "" : typed.trim();
  const [found, setFound] = useState(NOTHING);

  useEffect(() => {
    if (query === "") return;
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      const answer = await ask(query, { people, client, signal: stop.signal }).catch(() => null);
      if (!stop.signal.aborted) setFound(answer ?? { ...NOTHING, query, isFailed: true });
    }, TYPING_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [query, people, client]);

  return query === "" ? { ...NOTHING, isBusy: false } : { ...found, isBusy: found.query !== query };
}

async function ask(q: string, { people, client, signal }: Asking & { signal: AbortSignal }) {
  const init = { params: { query: { q, limit: MOST } }, signal };
  const [own, everybody] = await Promise.all([
    client.GET("/api/v1/tasks", init),
    people ? client.GET("/api/v1/admin/users", init) : null,
  ]);
  if (!own.data || (everybody && !everybody.data)) return null;
  // As JSON, unlike the export at the same address.
  const known = typeof everybody?.data === "object" ? everybody.data.items : [];
  return { query: q, tasks: own.data.items, people: known, isFailed: false };
}
