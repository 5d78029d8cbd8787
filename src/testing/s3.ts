import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { anyFreePort } from "../../scripts/launch/ground/ports.mjs";
import { findGoServer, VERSITYGW } from "./servers/go-server.mjs";

const BUCKET = "files";
const ACCESS_KEY = "gatehouse";
const SECRET_KEY = "a secret of the bucket's";

export const hasS3 = findGoServer(VERSITYGW) !== null;

/** A real S3 server with one bucket, in a folder that goes with it. */
export async function startS3() {
  const folder = mkdtempSync(path.join(tmpdir(), "gatehouse-s3-"));
  mkdirSync(path.join(folder, BUCKET));
  const port = await anyFreePort();
  const args = ["--access", ACCESS_KEY, "--secret", SECRET_KEY, "--port", `127.0.0.1:${port}`];
  const child = spawn(findGoServer(VERSITYGW) as string, [...args, "--quiet", "posix", folder], {
    stdio: "ignore",
  });
  while (!(await listens(port))) await sleep(50);
  return {
    port,
    settings: {
      S3_BUCKET: BUCKET,
      S3_ENDPOINT: `http://127.0.0.1:${port}`,
      S3_ACCESS_KEY: ACCESS_KEY,
      S3_SECRET_KEY: SECRET_KEY,
      S3_FORCE_PATH_STYLE: "on",
    },
    hang: () => child.kill("SIGSTOP"),
    goOn: () => child.kill("SIGCONT"),
    async stop() {
      child.kill("SIGKILL");
      if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => resolve(socket.destroy() !== undefined));
    socket.on("error", () => resolve(false));
  });
}
