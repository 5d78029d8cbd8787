import type { z } from "zod";

export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** The query of an address, each name once; of two the first, and none that is empty. */
export async function readQuery(params: SearchParams): Promise<Record<string, string>> {
  const entries = Object.entries(await params).map(([name, value]) => [name, [value].flat()[0]]);
  return Object.fromEntries(entries.filter(([, value]) => value));
}

/** An address with what is known of its query. */
export function addressOf(path: string, query: Record<string, string | undefined>): string {
  const known = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return known.length === 0 ? path : `${path}?${new URLSearchParams(known)}`;
}

/** The filters that an address names. What it has wrong is left out, as if nobody had asked for it. */
export function readFilter<S extends z.ZodObject>(schema: S, query: Record<string, string>): z.output<S> {
  const parsed = schema.safeParse(query);
  if (parsed.success) return parsed.data;
  const wrong = new Set(parsed.error.issues.map(({ path }) => path[0]));
  return schema.parse(Object.fromEntries(Object.entries(query).filter(([name]) => !wrong.has(name))));
}
