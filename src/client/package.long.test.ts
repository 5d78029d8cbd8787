import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serveApi } from "@/testing/api-server";
import { useCheapHashing } from "@/testing/cheap-hashing";
import { createUser, PASSWORD } from "@/testing/factories";

const api = serveApi();
const run = promisify(execFile);
let project = "";

/** Another project that has installed the packed client, and with it what the client depends on. */
beforeAll(async () => {
  project = await mkdtemp(path.join(tmpdir(), "gatehouse-client-"));
  const modules = path.join(project, "node_modules");
  await mkdir(path.join(modules, "gatehouse"), { recursive: true });
  await run(process.execPath, ["scripts/develop/build-client.mjs"]);
  const { stdout } = await run("npm", ["pack", "./dist", "--json", "--pack-destination", project]);
  const [{ filename }] = JSON.parse(stdout);
  const archive = path.join(project, filename);
  await run("tar", ["-xzf", archive, "--strip-components=1", "-C", path.join(modules, "gatehouse")]);
  for (const name of ["openapi-fetch", "openapi-typescript-helpers"]) {
    await symlink(path.resolve("node_modules", name), path.join(modules, name));
  }
  await writeFile(path.join(project, "package.json"), '{ "type": "module" }');
}, 120_000);
afterAll(() => rm(project, { recursive: true, force: true }));

test("the example for Node in docs/clients.md runs in another project, with the client as a package", async () => {
  useCheapHashing();
  const { email } = await createUser();
  const [, example = ""] = /```js\n(.*?)```/s.exec(await readFile("docs/clients.md", "utf8")) ?? [];
  const script = example.replace("http://localhost:3000", api.url).replace("ada@example.com", email);
  await writeFile(path.join(project, "example.js"), script);
  const env = { ...process.env, PASSWORD };
  const { stdout, stderr } = await run(process.execPath, ["example.js"], { cwd: project, env });
  expect(stderr).toBe("");
  expect(stdout).toMatch(/\d{4}-\d\d-\d\dT/);
  expect(api.exchanges.map(({ path, status }) => [path, status])).toEqual([
    ["/api/v1/auth/login", 200],
    ["/api/v1/auth/sessions", 200],
    ["/api/v1/auth/logout", 204],
  ]);
});

test("the package has its types, as Node finds them", async () => {
  const code = `
    import { createClient, unwrap } from "gatehouse/client";
    const { GET } = createClient({ baseUrl: "http://localhost:3000" });
    const me = await unwrap(GET("/api/v1/users/me"));
    export const name: string | null = me.full_name;
    // @ts-expect-error: there is no such field
    export const nothing = me.shoe_size;
  `;
  await writeFile(path.join(project, "typed.ts"), code);
  const tsc = path.resolve("node_modules/typescript/bin/tsc");
  const options = ["--noEmit", "--strict", "--skipLibCheck", "--target", "es2022", "--module", "nodenext"];
  const check = run(process.execPath, [tsc, ...options, "typed.ts"], { cwd: project });
  const { stdout } = await check.catch((error) => error);
  expect(stdout).toBe("");
}, 60_000);
