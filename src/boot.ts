import { compiledRoutes, provideBoot } from "@/compiled-routes";
import { warmDatabase } from "@/db/pool";
import { findOrganization } from "@/domain/organization/organization";
import { makeFirstSetupToken, setupAddress } from "@/domain/setup/setup-token";
import { provideAfterwards } from "@/lib/afterwards";
import { handOver } from "@/lib/application.mjs";
import { logConsole } from "@/lib/console";
import { isGuarded, whenAnswered } from "@/lib/guarded.mjs";
import { log } from "@/lib/log";
import { measureAnswer } from "@/lib/measure";
import { provideOrganizationVersion } from "@/lib/organization-version.mjs";
import { isOnVercel } from "@/lib/platform";
import { prepareBy } from "@/lib/preparation";
import { SettingsError, settings } from "@/lib/settings";
import { logStart } from "@/lib/start-line";
import { whenStopping } from "@/lib/stopping.mjs";

const RETRY_MS = 5_000;
/** Well within what functions may take. */
const AFTER_REQUESTS = { atOnce: 2, most: 100, seconds: 20 };

/** A bad deploy dies here, with all its problems told at once. A database that is away doesn't stop the process: it may come back. */
export async function boot() {
  try {
    settings();
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
  if (process.env.NODE_ENV === "production") logConsole();
  logStart("server");
  if (settings().METRICS_TOKEN) (await import("@/domain/health/metrics")).startMetrics();
  if (settings().OTEL_EXPORTER_OTLP_ENDPOINT) (await import("@/lib/open-telemetry")).startTraces();
  logPages();
  if (isGuarded() && process.env.NODE_ENV === "production") await handOverToGuard();
  const preparation = prepare();
  prepareBy(preparation);
  await preparation;
  await startJobs();
}

provideBoot(boot);

async function startJobs() {
  const { JOBS_AT_ONCE, TEMPORAL_ADDRESS } = settings();
  // Where there is a Temporal, `npm run worker` has them run there.
  if (TEMPORAL_ADDRESS !== undefined) return;
  // Half of the product, of which the first answers need little.
  const { DEFINITIONS } = await import("@/jobs/definitions");
  const { startEngine } = await import("@/jobs/engine");
  const { runDueJobs } = await import("@/jobs/run-due-jobs");
  const work = () => runDueJobs({ ...AFTER_REQUESTS, definitions: DEFINITIONS });
  provideAfterwards({ work, byRequests: isOnVercel() });
  if (JOBS_AT_ONCE === 0 || isOnVercel()) return;
  const { stop } = startEngine({ definitions: DEFINITIONS, atOnce: JOBS_AT_ONCE });
  whenStopping(stop);
}

/** The guard reports every answer; endpoints log their own, so these are the pages. Files aren't worth a line. */
function logPages() {
  whenAnswered((context, { method, path, status, ms, address }) => {
    // Of a page's address anybody may make up new ones, and a metric keeps each.
    if (context.route === undefined) measureAnswer({ method, route: "a page or file", status, ms });
    if (context.route !== undefined || /^\/_next\/|\.\w+$/.test(path)) return;
    log().info(
      { trace_id: context.traceId, method, route: path, status, ms, address, user_id: context.userId },
      "request",
    );
  });
}

async function handOverToGuard() {
  const { OWN_PAGES } = await import("@/http/own-pages");
  provideOrganizationVersion(async () => {
    const organization = await findOrganization();
    return organization && JSON.stringify(organization);
  });
  handOver({
    ...compiledRoutes(),
    ownPages: OWN_PAGES,
    onError: (error, { method, path }) => log().error({ error, method, path }, "an endpoint failed"),
  });
}

async function prepare() {
  try {
    await warmDatabase();
    // So that the first page has its name at hand.
    await findOrganization();
    const token = await makeFirstSetupToken();
    // The one secret that a log may show, whatever its level: it opens the set-up page, once, to whoever can read this log.
    if (token)
      log()
        .child({}, { level: "info" })
        .info({ url: setupAddress(token) }, "set-up address");
  } catch (error) {
    log().warn({ error }, "the database is not ready");
    setTimeout(prepare, RETRY_MS).unref();
  }
}
