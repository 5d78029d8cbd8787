import { execFile, execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { ROOT } from "../../scripts/launch/ground/paths.mjs";

export type Copy = ReturnType<typeof copyTree>;

/** A copy of what is in the repository, changes included, for scripts that write source: in it, `run` runs node. */
export function copyTree(settings: Record<string, string> = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), "gatehouse-copy-"));
  const listed = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], {
    cwd: ROOT,
    encoding: "utf8",
  });
  for (const file of listed.trim().split("\n")) {
    if (existsSync(path.join(ROOT, file)))
      cpSync(path.join(ROOT, file), path.join(folder, file), { recursive: true });
  }
  symlinkSync(path.join(ROOT, "node_modules"), path.join(folder, "node_modules"), "junction");

  async function run(...command: string[]): Promise<string> {
    const { TEST_CLUSTER_URL: _theirs, NODE_ENV: _test, ...rest } = process.env;
    const own = Object.fromEntries(Object.entries(rest).filter(([name]) => !name.startsWith("VITEST")));
    const env = { ...own, ...settings, NO_COLOR: "1" } as unknown as NodeJS.ProcessEnv;
    const limits = { cwd: folder, env, maxBuffer: 64 * 1024 * 1024 };
    try {
      const { stdout, stderr } = await promisify(execFile)(process.execPath, command, limits);
      return stdout + stderr;
    } catch (error) {
      const { stdout, stderr } = error as { stdout: string; stderr: string };
      throw new Error(`node ${command.join(" ")}\n${stdout}\n${stderr}`);
    }
  }

  async function checkTypes() {
    rmSync(path.join(folder, "messages/en.d.json.ts"), { force: true });
    await run("node_modules/next/dist/bin/next", "typegen");
    await run("node_modules/typescript/bin/tsc", "--noEmit");
  }

  return { folder, run, checkTypes, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
