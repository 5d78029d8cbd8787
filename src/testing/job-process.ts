import http from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { database } from "@/db/pool";
import { define } from "@/jobs/definition";
import { startEngine } from "@/jobs/engine";
import { whenStopping } from "@/lib/stopping.mjs";

// An instance that only works jobs off, behind the guard that ends it. Its jobs take as long as it is told, then leave a line.

const ms = Number(process.argv[2]);
const purge_account = define("purge_account", {
  async handle(_payload, { jobId }) {
    await sleep(ms);
    await database()`insert into runs (job, pid) values (${jobId}, ${process.pid})`;
  },
  retry: { attempts: 20, firstSeconds: 0.1, longestSeconds: 0.5 },
});

const engine = startEngine({ definitions: { purge_account }, atOnce: 2, leaseSeconds: 2, schedules: false });
whenStopping(engine.stop);
// Something for the guard to end.
http.createServer().listen(0, "127.0.0.1");
process.on("disconnect", () => process.exit());
process.send?.("ready");
