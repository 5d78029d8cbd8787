import type { z } from "zod";

export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** The query parameters: the first of each name, empty ones left out. */
export async function readQuery(params: SearchParams): Promise<Record<string, string>> {
  const entries = Object.entries(await params).map(([name, value]) => [name, [value].flat()[0]]);
  return Object.fromEntries(entries.filter(([, value]) => value));
}

/** A path with those query parameters that have a value. */
export function addressOf(path: string, query: Record<string, string | undefined>): string {
  const known = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return known.length === 0 ? path : `${path}?${new URLSearchParams(known)}`;
}

/** The filters in the URL. Invalid ones are ignored. */
export function readFilter<S extends z.ZodObject>(schema: S, query: Record<string, string>): z.output<S> {
  const parsed = schema.safeParse(query);
  if (parsed.success) return parsed.data;
  const wrong = new Set(parsed.error.issues.map(({ path }) => path[0]));
  return schema.parse(Object.fromEntries(Object.entries(query).filter(([name]) => !wrong.has(name))));
}
