import { Problem } from "@/lib/errors";
import { idSchema } from "@/lib/query";

/** The number of a thing. What can't be one is nothing's. */
export function readId(id: string): number {
  const parsed = idSchema.safeParse(id);
  if (!parsed.success) throw new Problem("NOT_FOUND");
  return parsed.data;
}

/** GraphQL says dueDate where REST says due_date. */
export function toSnakeCase(input: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(input).map(([name, value]) => [
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]),
  );
}

export function toCamelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** For what is optional: null says no more than silence does. */
export function withoutNulls(input: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null));
}
