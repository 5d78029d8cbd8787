import { isGuarded } from "./lib/guarded.mjs";

/** Once a process, before the first request. Next calls it for the edge as well, where there is nothing to do. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  if (process.env.NODE_ENV === "production" && isGuarded()) {
    const { bootInRoutes } = await import("./compiled-routes");
    await bootInRoutes();
    return;
  }
  // In development, and where a build's routes may each be elsewhere (Vercel).
  const { boot } = await import("./boot");
  await boot();
}

type RequestError = Error & { digest?: string };

/** A page that fails shows its digest; this line in the log has the same one, beside the trace id. */
export async function onRequestError(error: unknown, request: { path: string; method: string }) {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const [{ log }, { isOutage }, { requestContext }] = await Promise.all([
    import("./lib/log"),
    import("./lib/outage"),
    import("./lib/request-context.mjs"),
  ]);
  const context = requestContext();
  if (context && isOutage(error)) context.isOutage = true;
  const { digest } = error as RequestError;
  log().error({ error, digest, method: request.method, path: request.path.split("?")[0] }, "a page failed");
}
