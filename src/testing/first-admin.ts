import { expect, vi } from "vitest";
import { database } from "@/db/pool";
import { resetSettings } from "@/lib/settings";
import { seedFirstAdmin } from "../../scripts/operate/first-admin";
import { operate } from "../../scripts/operate/operation";

export const EMAIL = "boss@example.com";
export const PASSWORD = "a boat with a red sail";
export const FIRST_ADMIN = { FIRST_ADMIN_EMAIL: EMAIL, FIRST_ADMIN_PASSWORD: PASSWORD };

/** What the command does and says, without a process of its own: starting one takes longer than all the rest. */
export async function seed(settings: Record<string, string> = FIRST_ADMIN) {
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

export function expectNoSecrets({ output, problems }: { output: string; problems: string }, password = "") {
  expect(output + problems, "a password was printed").not.toContain(password || PASSWORD);
  expect(problems, "a stack was printed").not.toMatch(/\n\s+at /);
}

export async function everybody() {
  const rows = await database()`
    select u.email, u.username, u.role, p.name as organization from users u join providers p on p.id = u.provider_id
    order by u.email
  `;
  return rows.map((row) => ({ ...row }));
}
