import postgres from "postgres";

export const TEMPLATE = "gatehouse_template";

/** A fresh copy of the migrated template, under this name. What had the name before is dropped. */
export async function createTestDatabase(name: string): Promise<{ url: string }> {
  const cluster = process.env.TEST_CLUSTER_URL ?? process.env.DATABASE_URL;
  if (!cluster) throw new Error("The tests need a Postgres: run them by `npm test` or `npm run test:unit`.");
  process.env.TEST_CLUSTER_URL = cluster;
  const admin = postgres(cluster, { max: 1, onnotice: () => {} });
  await admin.unsafe(`drop database if exists ${name} with (force)`);
  // Faster than by the log where nothing is fsynced, as in the cluster for tests.
  await admin.unsafe(`create database ${name} template ${TEMPLATE} strategy file_copy`);
  await admin.end();
  const url = new URL(cluster);
  url.pathname = `/${name}`;
  return { url: url.href };
}
