import { existsSync } from "node:fs";
import path from "node:path";
import { asLaunchError } from "../ground/failure.mjs";
import { right, wrong } from "../ground/finding.mjs";
import { DATA } from "../ground/paths.mjs";
import { cluster } from "../postgres/cluster.mjs";
import { leasePostgres } from "../postgres/lease.mjs";
import { checkDatabase } from "./database.mjs";
import { examine } from "./examine.mjs";
import { checkNode, checkPackages } from "./machine.mjs";

// npm run doctor: checks everything that makes installations fail, and says what to do. It changes nothing; an embedded
// database that doesn't run is started for as long as the check takes.

process.env.STORAGE ||= path.join(DATA, "files");

process.exit(
  await examine({
    first: [checkNode(), checkPackages()],
    async loadSettings() {
      const { tsImport } = await import("tsx/esm/api");
      return await tsImport("../../../src/lib/settings.ts", import.meta.url);
    },
    async loadSmtp() {
      const { tsImport } = await import("tsx/esm/api");
      return await tsImport("../../../src/lib/smtp.ts", import.meta.url);
    },
    lookAtEmbedded,
  }),
);

/** @param {import("./examine.mjs").Installation} installation */
async function lookAtEmbedded(installation) {
  if (!existsSync(cluster("main").data))
    return [right("Database: the embedded one, made at the first start")];
  try {
    const lease = await leasePostgres("main");
    const found = await checkDatabase(lease.databaseUrl, { ...installation, migratesItself: true });
    await lease.release();
    return found;
  } catch (error) {
    const { message, todo } = asLaunchError(error);
    return [wrong(message, todo.map((line) => line.trim()).join(" "))];
  }
}
