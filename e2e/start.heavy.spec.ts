import { readFileSync } from "node:fs";
import { expect, test } from "./fixtures";
import { type OwnServer, startFreshInstallation } from "./own-server";

// Says what it has loaded, when it is asked by a signal.
const TELLING = `
  import Module from "node:module";
  import { isMainThread } from "node:worker_threads";
  if (isMainThread) process.on("SIGUSR2", () => process.stdout.write("loaded " + JSON.stringify(Object.keys(Module._cache)) + "\\n"));
`;

let server: OwnServer;

test.beforeAll(async () => {
  server = await startFreshInstallation({
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(TELLING)}`,
  });
});
test.afterAll(() => server.stop());

async function loadedFiles(): Promise<string[]> {
  const before = server.log().length;
  process.kill(server.pid, "SIGUSR2");
  const told = () => /^loaded (.*)$/m.exec(server.log().slice(before))?.[1];
  await expect.poll(told).toBeDefined();
  return JSON.parse(told() ?? "[]").map((file: string) => file.replaceAll("\\", "/"));
}

/** Stands in one module, which everything else has below it. */
const OF_THE_SETTINGS = "The settings are not right:";

test("a server has one copy of the application for its start and for the API, and nothing of its pages before one is asked for", async ({
  request,
}) => {
  expect((await request.get(`${server.address}/ready`)).status()).toBe(200);
  expect((await request.get(`${server.address}/api/v1/setup/status`)).status()).toBe(200);
  const atFirst = await loadedFiles();
  const ofPages = (files: string[]) =>
    files.filter((file) => /\/chunks\/ssr\/|app-page.*\.runtime\./.test(file));
  expect(ofPages(atFirst)).toEqual([]);
  const application = atFirst.filter(
    (file) => file.includes("/.next/server/") && readFileSync(file, "utf8").includes(OF_THE_SETTINGS),
  );
  expect(application).toHaveLength(1);

  expect((await request.get(`${server.address}/login`)).status()).toBe(200);
  expect(ofPages(await loadedFiles())).not.toEqual([]);
});
