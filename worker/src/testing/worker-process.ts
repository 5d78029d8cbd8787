import { setTimeout as sleep } from "node:timers/promises";
import { database } from "@/db/pool";
import { define } from "@/jobs/definition";
import { startWorker } from "../worker";

// A worker as `npm run worker` starts it. Its jobs take as long as it is told, then leave a line.

const ms = Number(process.argv[2]);
const purge_account = define("purge_account", {
  async handle(_payload, { jobId }) {
    await sleep(ms);
    await database()`insert into runs (job, pid) values (${jobId}, ${process.pid})`;
  },
  retry: { attempts: 20, firstSeconds: 0.1, longestSeconds: 0.5 },
});

await startWorker({ purge_account });
process.on("disconnect", () => process.exit());
process.send?.("ready");
