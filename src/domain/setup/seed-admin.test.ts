import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { database } from "@/db/pool";
import { resetSettings } from "@/lib/settings";
import { serveApi } from "@/testing/api-server";
import { useCheapHashing } from "@/testing/cheap-hashing";
import { actionsOf, createUser, forgetEverything } from "@/testing/factories";
import { seedFirstAdmin } from "../../../scripts/operate/first-admin";
import { operate } from "../../../scripts/operate/operation";
import { seedAdmin } from "./seed-admin";

// As whoever runs the server does it: the first of each kind by npm, as it is told to people; races in processes of their own.

const EMAIL = "boss@example.com";
const PASSWORD = "a boat with a red sail";
const FIRST_ADMIN = { FIRST_ADMIN_EMAIL: EMAIL, FIRST_ADMIN_PASSWORD: PASSWORD };

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

/** What the command does and says, without a process of its own: starting one takes longer than all the rest. */
async function seed(settings: Record<string, string> = FIRST_ADMIN) {
  const output: string[] = [];
  const problems: string[] = [];
  const { write } = process.stderr;
  process.stderr.write = (text) => problems.push(String(text)) > 0;
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  resetSettings();
  try {
    await operate(async () => void output.push(await seedFirstAdmin()));
  } finally {
    process.stderr.write = write;
  }
  const code = process.exitCode ?? 0;
  process.exitCode = undefined;
  vi.unstubAllEnvs();
  resetSettings();
  const told = { code, output: output.join("\n"), problems: problems.join("") };
  expectNoSecrets(told, settings.FIRST_ADMIN_PASSWORD);
  return told;
}

function expectNoSecrets({ output, problems }: { output: string; problems: string }, password = "") {
  expect(output + problems, "a password was printed").not.toContain(password || PASSWORD);
  expect(problems, "a stack was printed").not.toMatch(/\n\s+at /);
}

async function everybody() {
  const rows = await database()`
    select u.email, u.username, u.role, p.name as organization from users u join providers p on p.id = u.provider_id
    order by u.email
  `;
  return rows.map((row) => ({ ...row }));
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

  it("makes the administrator beside a finished setup, and only that", async () => {
    await createUser({ role: "admin", username: "earlier" });
    const ran = await seed({
      ...FIRST_ADMIN,
      FIRST_ADMIN_USERNAME: "the.boss",
      ORGANIZATION_NAME: "Other Ltd",
    });
    expect(ran).toMatchObject({ code: 0, output: expect.stringMatching(/^Made the administrator/) });
    const people = await everybody();
    expect(people).toContainEqual({
      email: EMAIL,
      username: "the.boss",
      role: "admin",
      organization: "Example Ltd",
    });
    expect(people).toHaveLength(2);
    expect((await signIn()).status).toBe(200);
  });

  it.each([
    ["registered first", {}],
    ["is disabled", { role: "admin", isActive: false }],
    ["has deleted the account", { role: "admin", deletedAt: new Date() }],
  ] as const)("makes nobody an administrator who %s", async (_who, status) => {
    const user = await createUser({ email: EMAIL, ...status });
    const ran = await seed();
    expect(ran).toMatchObject({ code: 0, output: expect.stringMatching(/not an active administrator/) });
    const [row] = await database()`select role, is_active, deleted_at from users where id = ${user.id}`;
    expect(row).toMatchObject({ role: user.role, is_active: user.is_active });
    expect(await everybody()).toHaveLength(1);
    expect(await actionsOf(user.id)).toEqual([]);
  });

  it.each(["fresh", "set up"])("is one administrator when four run at once: %s", async (installation) => {
    if (installation === "set up") await createUser({ role: "admin", email: "earlier@example.com" });
    const runs = await Promise.all(Array.from({ length: 4 }, () => run(SEED, FIRST_ADMIN)));
    expect(runs.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
    expect(runs.filter(({ output }) => /already\. Nothing was changed/.test(output))).toHaveLength(3);
    expect((await everybody()).filter(({ email }) => email === EMAIL)).toHaveLength(1);
  });

  it.each(["set up", "added"] as const)(
    "is one when twenty are at it in one process: %s",
    async (outcome) => {
      if (outcome === "added") await createUser({ role: "admin", email: "earlier@example.com" });
      const given = { organization_name: "Ворота", admin_email: EMAIL, admin_password: PASSWORD };
      const clientInfo = { address: null, userAgent: null, traceId: "0".repeat(32) };
      const outcomes = await Promise.all(Array.from({ length: 20 }, () => seedAdmin(given, clientInfo)));
      expect(outcomes.sort()).toEqual([outcome, ...Array(19).fill("present")].sort());
      expect(await everybody()).toHaveLength(outcome === "added" ? 2 : 1);
      const namesake = { ...given, admin_email: "boss@example.org" };
      await expect(seedAdmin(namesake, clientInfo)).rejects.toMatchObject({
        code: "USERNAME_ALREADY_EXISTS",
      });
      expect(await everybody()).toHaveLength(outcome === "added" ? 2 : 1);
    },
  );

  it.each([
    [
      "nothing given",
      { FIRST_ADMIN_EMAIL: "", FIRST_ADMIN_PASSWORD: "" },
      /_EMAIL: is required\n.*_PASSWORD: is required/,
    ],
    [
      "all of it wrong",
      { FIRST_ADMIN_EMAIL: "boss", FIRST_ADMIN_PASSWORD: "Zq7!x", FIRST_ADMIN_USERNAME: "the boss" },
      /_EMAIL: Enter a valid email.*\n.*_USERNAME: Use 3 to 50.*\n.*_PASSWORD: .*at least 8 characters/,
    ],
    ["a common password", { FIRST_ADMIN_PASSWORD: "password123" }, /_PASSWORD: .*too easy to guess/],
    ["the email for password", { FIRST_ADMIN_PASSWORD: EMAIL }, /_PASSWORD: .*too easy to guess/],
  ])("says what is wrong with %s, and makes nothing", async (_what, settings, told) => {
    const ran = await seed({ ...FIRST_ADMIN, ...settings });
    expect(ran).toMatchObject({ code: 1, output: "", problems: expect.stringMatching(told) });
    expect(await everybody()).toEqual([]);
  });

  it("says whose the username is not", async () => {
    await createUser({ username: "Boss" });
    const ran = await seed();
    expect(ran).toMatchObject({
      code: 1,
      problems: expect.stringContaining("FIRST_ADMIN_USERNAME: This username is taken"),
    });
    expect(await everybody()).toHaveLength(1);
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
