import { z } from "zod";
import { validate } from "@/http/validate";
import type { Page } from "@/lib/page";

const placeSchema = z.object({
  first: z.int().min(1).max(100),
  after: z.string().min(1).max(500).optional(),
});

type Place = { limit: number; cursor?: string };

/** `first` and `after`, as REST has `limit` and `cursor`. */
export async function readPlace(args: { first: number; after?: string | null }): Promise<Place> {
  const { first, after } = await validate(placeSchema, { first: args.first, after: args.after ?? undefined });
  return { limit: first, cursor: after };
}

/** What a page costs: as many of them as one document may ask for are no more than a few searches. */
export function costOfPage({ first }: { first: number }) {
  return 2 + Math.ceil(Math.min(Math.max(first, 0), 100) / 10);
}

/** A page as Relay has it. Only forward: what lies before a cursor isn't counted. */
export function toConnection<T>({ items, next_cursor, cursorOf }: Page<T>, { cursor }: Place) {
  const edges = items.map((node) => ({ node, cursor: cursorOf(node) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: next_cursor !== null,
      hasPreviousPage: cursor !== undefined,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
