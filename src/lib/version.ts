import packageJson from "../../package.json";

export const VERSION = packageJson.version;

/** Where the build or the platform says of which commit it is: the first is ours, the others Vercel's, Railway's and Render's. */
const COMMITS = ["SOURCE_COMMIT", "VERCEL_GIT_COMMIT_SHA", "RAILWAY_GIT_COMMIT_SHA", "RENDER_GIT_COMMIT"];

export function commitOf(env: Record<string, string | undefined>): string | undefined {
  return COMMITS.map((name) => env[name]).find(Boolean);
}
