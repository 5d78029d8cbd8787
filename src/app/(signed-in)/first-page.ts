import { Problem } from "@/lib/errors";

/** A page of a list by the cursor in the URL; an invalid cursor shows the first page. */
export async function orFirstPage<T>(
  cursor: string | undefined,
  list: (cursor?: string) => Promise<T>,
): Promise<T> {
  try {
    return await list(cursor);
  } catch (error) {
    if (!(error instanceof Problem && error.code === "VALIDATION_ERROR")) throw error;
    return list();
  }
}
