import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { beforeEach, describe, expect, it } from "vitest";
import { resetSettings } from "@/lib/settings";
import { serveApi } from "@/testing/api-server";
import { useCheapHashing } from "@/testing/cheap-hashing";
import { actionsOf, createUser, forgetEverything } from "@/testing/factories";
import { EMAIL, everybody, expectNoSecrets, FIRST_ADMIN, PASSWORD, seed } from "@/testing/first-admin";

// As whoever runs the server does it: the first of each kind by npm, as it is told to people; races in processes of their own.

const api = serveApi();

beforeEach(async () => {
  useCheapHashing();
  resetSettings();
  await forgetEverything();
});

const BY_NPM = {
  "seed:admin": ["npm", "run", "--silent", "seed:admin"],
  "setup-token": ["npm", "run", "--silent", "setup-token"],
};
const SEED = [process.execPath, "--import", "tsx", "scripts/operate/seed-admin.ts"];
const SETUP_TOKEN = [process.execPath, "--import", "tsx", "scripts/operate/setup-token.ts"];

async function run([program = "", ...args]: string[], settings: Record<string, string> = {}) {
  const child = spawn(program, args, {
    env: { ...process.env, ENV_FILE: "", FIRST_ADMIN_EMAIL: "", FIRST_ADMIN_PASSWORD: "", ...settings },
    shell: process.platform === "win32" && program === "npm",
  });
  const [output, problems, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.on("exit", resolve)),
  ]);
  expectNoSecrets({ output, problems }, settings.FIRST_ADMIN_PASSWORD);
  return { code, output: output.trim(), problems };
}

function signIn(email = EMAIL, password = PASSWORD) {
  return api.fetch("/api/v1/auth/login", { json: { email, password } });
}

describe("npm run seed:admin", { timeout: 60_000 }, () => {
  it("sets a fresh installation up, and does nothing when it is run again", async () => {
    const first = await run(BY_NPM["seed:admin"], {
      ...FIRST_ADMIN,
      ORGANIZATION_NAME: "Ворота",
      HOST: "0.0.0.0",
    });
    expect(first).toMatchObject({
      code: 0,
      output: expect.stringMatching(/set up.*Ворота.*boss@example\.com.*username boss/),
    });
    expect(await everybody()).toEqual([
      { email: EMAIL, username: "boss", role: "admin", organization: "Ворота" },
    ]);
    expect(await (await api.fetch("/api/v1/setup/status")).json()).toMatchObject({ is_complete: true });
    const signedIn = await signIn();
    expect(signedIn.status).toBe(200);
    const { user } = (await signedIn.json()) as { user: { id: string } };
    expect((await actionsOf(user.id))[0]).toBe("setup.completed");

    const again = await seed({ ...FIRST_ADMIN, FIRST_ADMIN_PASSWORD: "another boat altogether" });
    expect(again).toMatchObject({ code: 0, output: expect.stringMatching(/already.*Nothing was changed/) });
    expect((await signIn()).status).toBe(200);
    expect(await everybody()).toHaveLength(1);
  });

  it.each(["fresh", "set up"])("is one administrator when four run at once: %s", async (installation) => {
    if (installation === "set up") await createUser({ role: "admin", email: "earlier@example.com" });
    const runs = await Promise.all(Array.from({ length: 4 }, () => run(SEED, FIRST_ADMIN)));
    expect(runs.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
    expect(runs.filter(({ output }) => /already\. Nothing was changed/.test(output))).toHaveLength(3);
    expect((await everybody()).filter(({ email }) => email === EMAIL)).toHaveLength(1);
  });

  it("says it where the database is away, without a stack", async () => {
    const ran = await run(SEED, { ...FIRST_ADMIN, DATABASE_URL: "postgres://nobody@127.0.0.1:1/nothing" });
    expect(ran).toMatchObject({ code: 1, problems: expect.stringContaining("nobody listens there") });
  });
});

describe("npm run setup-token", { timeout: 60_000 }, () => {
  it("prints an address whose token opens the setup", async () => {
    const { code, output } = await run(BY_NPM["setup-token"], { APP_URL: "https://id.example.com" });
    expect(code).toBe(0);
    const [, token] = /https:\/\/id\.example\.com\/setup#token=([0-9a-f]{32})\b/.exec(output) ?? [];
    resetSettings({ TRUSTED_PROXY_HOPS: "1" });
    const json = { organization_name: "Example", admin_email: EMAIL, admin_password: PASSWORD };
    await expect(api.fetch("/api/v1/setup/initialize", { json })).resolves.toFailWith("INVALID_SETUP_TOKEN");
    const answer = await api.fetch("/api/v1/setup/initialize", { json: { ...json, setup_token: token } });
    expect(answer.status).toBe(201);
  });

  it("makes none after the setup, nor where the settings name one", async () => {
    const named = await run(SETUP_TOKEN, { SETUP_TOKEN: "the operator's own token" });
    expect(named).toMatchObject({ code: 1, output: "", problems: expect.stringContaining("SETUP_TOKEN") });
    expect(named.problems).not.toContain("the operator's own token");
    await createUser();
    expect(await run(SETUP_TOKEN)).toMatchObject({
      code: 1,
      problems: expect.stringContaining("set up already"),
    });
  });
});
