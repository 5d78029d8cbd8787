import type { z } from "zod";
import { BRAND } from "@/brand";
import { initializationSchema } from "@/domain/setup/inputs";
import { type SeedOutcome, seedAdmin } from "@/domain/setup/seed-admin";
import { usernameFromEmail } from "@/domain/users/username";
import { detailOf } from "@/http/problem";
import { validate } from "@/http/validate";
import { Problem } from "@/lib/errors";
import { settings } from "@/lib/settings";
import { traceIdFrom } from "@/lib/trace-id.mjs";
import { LaunchError } from "../launch/ground/failure.mjs";

// The first administrator, from FIRST_ADMIN_EMAIL, _PASSWORD and _USERNAME.

type Seed = z.output<typeof initializationSchema>;

const SETTING_OF: Record<string, string> = {
  organization_name: "ORGANIZATION_NAME",
  admin_email: "FIRST_ADMIN_EMAIL",
  admin_password: "FIRST_ADMIN_PASSWORD",
  admin_username: "FIRST_ADMIN_USERNAME",
};

/** What became of it, for whoever runs the server. */
export async function seedFirstAdmin(): Promise<string> {
  const seed = await readSeed();
  const clientInfo = { address: null, userAgent: null, traceId: traceIdFrom(null) };
  const outcome = await seedAdmin(seed, clientInfo).catch((error) => {
    throw asLaunchError(error);
  });
  return describe(outcome, seed);
}

async function readSeed(): Promise<Seed> {
  const { FIRST_ADMIN_EMAIL, FIRST_ADMIN_PASSWORD, FIRST_ADMIN_USERNAME, ORGANIZATION_NAME } = settings();
  const missing = Object.entries({ FIRST_ADMIN_EMAIL, FIRST_ADMIN_PASSWORD })
    .filter(([, value]) => value === undefined)
    .map(([name]) => `${name}: is required`);
  if (missing.length > 0) throw notRight(missing);
  const given = {
    // An administrator can change it.
    organization_name: ORGANIZATION_NAME ?? BRAND.name,
    admin_email: FIRST_ADMIN_EMAIL,
    admin_password: FIRST_ADMIN_PASSWORD,
    admin_username: FIRST_ADMIN_USERNAME,
  };
  return validate(initializationSchema, given).catch((error) => {
    throw asLaunchError(error);
  });
}

/** By the names that are known here: those of the settings. Never with a value. */
function asLaunchError(error: unknown): unknown {
  if (!(error instanceof Problem)) return error;
  const problems = error.problems ?? [{ field: error.field ?? "", code: error.code, params: error.params }];
  return notRight(
    problems.map(
      ({ field, code, params }) => `${SETTING_OF[field] ?? field}: ${detailOf(code, "en", params)}`,
    ),
  );
}

function notRight(problems: string[]) {
  return new LaunchError(
    `No administrator was made:\n${problems.map((problem) => `    ${problem}`).join("\n")}`,
    {
      todo: ["Set them in the environment or in .env (see .env.example), and run npm run seed:admin again."],
    },
  );
}

function describe(outcome: SeedOutcome, { organization_name, admin_email, admin_username }: Seed): string {
  const username = admin_username ?? usernameFromEmail(admin_email);
  const told: Record<SeedOutcome, string> = {
    "set up": `${BRAND.name} is set up: the organization “${organization_name}” and its administrator ${admin_email} (username ${username}).`,
    added: `Made the administrator ${admin_email} (username ${username}). The rest of the setup was there already.`,
    present: `There is an administrator ${admin_email} already. Nothing was changed, the password included. Forgotten? npm run reset-link -- ${admin_email}`,
    taken: `There is an account ${admin_email} already, and it is not an active administrator. Nothing was changed: an administrator can change that under /admin.`,
  };
  return told[outcome];
}
