import { type Settings, settingsSchema } from "./settings-schema";

export type { Settings } from "./settings-schema";

let known: Settings | undefined;

/** The settings, read from the environment once. Problems are thrown together, one line each, without any value. */
export function settings(): Settings {
  known ??= readSettings(process.env);
  return known;
}

/** For tests: the next call reads anew, with these above the environment. */
export function resetSettings(overrides: Record<string, string> = {}) {
  known = readSettings({ ...process.env, ...overrides });
}

export class SettingsError extends Error {
  override readonly name = "SettingsError";
}

export function readSettings(environment: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = settingsSchema.safeParse(given);
  const problems = parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => {
        const name = String(path[0]);
        return `${name}: ${given[name] === undefined ? "is required" : message}`;
      });

  // Told beside the others rather than by the first query: the product can't do without it.
  if (given.DATABASE_URL === undefined)
    problems.push("DATABASE_URL: is required (npm start brings a database along)");
  problems.push(...missingCompanions(given));
  if (parsed.data && parsed.data.DATABASE_POOL_MIN > parsed.data.DATABASE_POOL_MAX) {
    problems.push("DATABASE_POOL_MIN: must not be above DATABASE_POOL_MAX");
  }
  if (parsed.data?.COOKIE_SAME_SITE === "none") {
    const { APP_URL, CORS_ORIGINS } = parsed.data;
    if (!APP_URL?.startsWith("https:") || CORS_ORIGINS.length === 0)
      problems.push("COOKIE_SAME_SITE: none needs an APP_URL of https and CORS_ORIGINS");
  }
  if (parsed.data?.EMAIL_VERIFICATION === "required" && parsed.data.SMTP_URL === undefined)
    problems.push("EMAIL_VERIFICATION: required needs an SMTP_URL, or nobody new could get in");
  if (problems.length > 0 || !parsed.success) {
    throw new SettingsError(
      `The settings are not right:\n${problems.map((problem) => `  ${problem}`).join("\n")}`,
    );
  }
  return {
    ...parsed.data,
    DATABASE_URL: parsed.data.DATABASE_URL as string,
    APP_URL: parsed.data.APP_URL ?? `http://localhost:${parsed.data.PORT}`,
  };
}

/** What is of use only together: half of it is a button that leads nowhere, or a bucket that nobody opens. */
const COMPANIONS = [
  ["TEMPORAL_TLS_CERT", "TEMPORAL_TLS_KEY"],
  ["S3_BUCKET", "S3_ACCESS_KEY", "S3_SECRET_KEY"],
  ["AUTH_GITHUB_ID", "AUTH_GITHUB_SECRET"],
  ["AUTH_GOOGLE_ID", "AUTH_GOOGLE_SECRET"],
  ["AUTH_OIDC_ISSUER", "AUTH_OIDC_ID", "AUTH_OIDC_SECRET"],
  ["SMTP_URL", "MAIL_FROM"],
];

function missingCompanions(given: Record<string, string | undefined>): string[] {
  return COMPANIONS.flatMap((names) => {
    const present = names.find((name) => given[name] !== undefined);
    const missing = names.filter((name) => given[name] === undefined);
    return present === undefined ? [] : missing.map((name) => `${name}: is required beside ${present}`);
  });
}
