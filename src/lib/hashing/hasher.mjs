import os from "node:os";
import { parentPort } from "node:worker_threads";
import { hash, verify } from "./digest.mjs";

/** @import { HashParameters } from "./formats.mjs" */

/**
 * @typedef {{ task: "hash", password: string, parameters: HashParameters }} HashTask
 * @typedef {{ task: "verify", password: string, hash: string | null, parameters: HashParameters }} VerifyTask
 */

const NICER_BY = 10;

// On Linux this is the nice value of this thread alone; elsewhere it would slow the whole process down.
if (process.platform === "linux") os.setPriority(0, Math.min(19, os.getPriority(0) + NICER_BY));

parentPort?.on("message", (/** @type {HashTask | VerifyTask} */ job) => {
  parentPort?.postMessage(
    job.task === "hash" ? hash(job.password, job.parameters) : verify(job.password, job.hash, job.parameters),
  );
});
