type Environment = Record<string, string | undefined>;

/** Whether this is Vercel, which sets this and lets nobody else; there is no guard and no socket of ours then. */
export function isOnVercel(env: Environment = process.env): boolean {
  return env.VERCEL === "1";
}

/**
 * The addresses of a preview beside APP_URL: this deployment's own and its branch's, to the letter. Never by a pattern, since
 * anybody may take a name there.
 */
export function previewOrigins(env: Environment = process.env): string[] {
  if (!isOnVercel(env) || env.VERCEL_ENV !== "preview") return [];
  return [env.VERCEL_URL, env.VERCEL_BRANCH_URL]
    .filter((host) => host !== undefined && /^[a-z0-9.-]+$/.test(host))
    .map((host) => `https://${host}`);
}
