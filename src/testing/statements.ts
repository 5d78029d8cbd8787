import { database } from "@/db/pool";

/** The SQL that reached Postgres while this was done, in its order. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const { options } = database() as unknown as { options: { debug: unknown } };
  const statements: string[] = [];
  const before = options.debug;
  options.debug = (_connection: number, query: string) =>
    statements.push(query.replaceAll(/\s+/g, " ").trim());
  try {
    await work();
  } finally {
    options.debug = before;
  }
  return statements;
}
